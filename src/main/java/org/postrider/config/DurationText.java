package org.postrider.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations such as {@code 90s}, {@code 2m}, {@code 6h}, {@code 3d}. */
final class DurationText {

  /** Eight digits of days are 270,000 years, which every calculation with instants can bear. */
  private static final Pattern SHAPE = Pattern.compile("([0-9]{1,8})([smhd])");

  private DurationText() {}

  static Duration read(String text) throws BadValue {
    Matcher shape = SHAPE.matcher(text.strip());
    if (!shape.matches()) {
      throw new BadValue(
          "is not a duration", "write a number and its unit, such as 90s, 2m, 6h or 3d");
    }
    long number = Long.parseLong(shape.group(1));
    return switch (shape.group(2)) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  static Duration readPositive(String text) throws BadValue {
    Duration duration = read(text);
    if (duration.isZero()) {
      throw new BadValue("is too short", "write a duration of 1s or more");
    }
    return duration;
  }
}
