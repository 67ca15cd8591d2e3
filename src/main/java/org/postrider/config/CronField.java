package org.postrider.config;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields of a cron line in Quartz's notation, in their order. */
enum CronField {
  SECONDS("1, the seconds", 0, 59, List.of()),
  MINUTES("2, the minutes", 0, 59, List.of()),
  HOURS("3, the hours", 0, 23, List.of()),
  DAY_OF_MONTH("4, the day of the month", 1, 31, List.of()),
  MONTH(
      "5, the month",
      1,
      12,
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")),
  DAY_OF_WEEK(
      "6, the day of the week", 1, 7, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT")),
  YEAR("7, the year", 1970, 2099, List.of());

  private static final Pattern PART =
      Pattern.compile("(\\*|([0-9A-Z]+)(?:-([0-9A-Z]+))?)(?:/([0-9]{1,4}))?");

  /** The last day, some days before it, the weekday nearest to a day, or both. */
  private static final Pattern MONTH_DAY_WORD =
      Pattern.compile("L|LW|L-([1-9]|[12][0-9]|30)|([1-9]|[12][0-9]|3[01])W");

  /** The last such weekday of the month, or the one of this number. */
  private static final Pattern WEEK_DAY_WORD =
      Pattern.compile("L|([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)(L|#[1-5])");

  private final String title;
  private final int least;
  private final int most;
  private final List<String> names;

  CronField(String title, int least, int most, List<String> names) {
    this.title = title;
    this.least = least;
    this.most = most;
    this.names = names;
  }

  String title() {
    return title;
  }

  boolean accepts(String field) {
    String text = field.toUpperCase(Locale.ROOT);
    if (text.equals("?")) {
      return this == DAY_OF_MONTH || this == DAY_OF_WEEK;
    }
    if (this == DAY_OF_MONTH && MONTH_DAY_WORD.matcher(text).matches()) {
      return true;
    }
    if (this == DAY_OF_WEEK && WEEK_DAY_WORD.matcher(text).matches()) {
      return true;
    }
    for (String part : text.split(",", -1)) {
      if (!acceptsPart(part)) {
        return false;
      }
    }
    return true;
  }

  private boolean acceptsPart(String part) {
    Matcher shape = PART.matcher(part);
    return shape.matches()
        && (shape.group(2) == null || isInside(shape.group(2)))
        && (shape.group(3) == null || isInside(shape.group(3)))
        && (shape.group(4) == null || isStep(Integer.parseInt(shape.group(4))));
  }

  private boolean isInside(String value) {
    if (names.contains(value)) {
      return true;
    }
    if (!value.matches("[0-9]{1,4}")) {
      return false;
    }
    int number = Integer.parseInt(value);
    return number >= least && number <= most;
  }

  private boolean isStep(int step) {
    return step >= 1 && step <= most;
  }
}
