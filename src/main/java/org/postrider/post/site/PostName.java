package org.postrider.post.site;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file name of the form {@code 2024-03-05-long-walk.md}.
 *
 * @param date empty when the name's digits are no date
 * @param slug without date and extension; trailing dots cut
 */
public record PostName(Optional<LocalDate> date, String slug) {
  private static final Pattern DATED =
      Pattern.compile("(\\d{2,4})-(\\d{1,2})-(\\d{1,2})-(.*)\\.[^.]+", Pattern.DOTALL);

  /** The parts of {@code fileName}, when it begins with a date. */
  public static Optional<PostName> of(String fileName) {
    Matcher name = DATED.matcher(fileName);
    if (!name.matches()) {
      return Optional.empty();
    }
    Optional<LocalDate> date =
        CalendarDay.of(
            year(name.group(1)), Integer.parseInt(name.group(2)), Integer.parseInt(name.group(3)));
    return Optional.of(new PostName(date, cutDots(name.group(4))));
  }

  /** {@code fileName} without its extension. */
  public static String withoutExtension(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot <= 0 ? fileName : fileName.substring(0, dot);
  }

  // Two digits are a year between 1969 and 2068, three are meant as they stand.
  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    if (digits.length() > 2) {
      return year;
    }
    return year < 69 ? 2000 + year : 1900 + year;
  }

  private static String cutDots(String slug) {
    int end = slug.length();
    while (end > 0 && slug.charAt(end - 1) == '.') {
      end--;
    }
    return slug.substring(0, end);
  }
}
