package org.postrider.post.site;

import java.time.LocalDate;
import java.util.Optional;

/** Days as Ruby reads them. */
final class CalendarDay {
  private CalendarDay() {}

  /** 30 February is 2 March; a 13th month or a 32nd day is nothing. */
  static Optional<LocalDate> of(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) {
      return Optional.empty();
    }
    return Optional.of(LocalDate.of(year, month, 1).plusDays(day - 1L));
  }
}
