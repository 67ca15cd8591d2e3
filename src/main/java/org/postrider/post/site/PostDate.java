package org.postrider.post.site;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the dates of front matter as Jekyll does. Its rule for a time without a zone surprises:
 * with seconds and without quotes it is a YAML time stamp, hence UTC; any other is text, hence in
 * the site's zone. Instants are in whole milliseconds, as the database keeps them: a date read
 * again must equal the one stored.
 *
 * @param zone of the site
 * @param zonelessInZone whether time stamps without a zone are in the site's zone too
 */
public record PostDate(ZoneId zone, boolean zonelessInZone) {
  private static final Pattern TIME_STAMP =
      Pattern.compile(
          "(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[Tt]|[ \\t]+)(\\d{1,2}):(\\d\\d):(\\d\\d)(?:\\.(\\d*))?"
              + "(?:[ \\t]*(Z|[-+]\\d{1,2}:?(?:\\d\\d)?))?");
  private static final Pattern OFFSET = Pattern.compile("([-+])(\\d{1,2}):?(\\d\\d)?");

  /**
   * @param plain whether {@code text} stood without quotes
   * @return empty when {@code text} is no date
   */
  public Optional<Instant> parse(String text, boolean plain) {
    String date = text.strip();
    if (date.length() > 100) {
      return Optional.empty();
    }
    Matcher stamp = TIME_STAMP.matcher(date);
    return plain && stamp.matches() ? timeStamp(stamp) : DateText.parse(date, zone);
  }

  /** Midnight in the site's zone. */
  public Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private Optional<Instant> timeStamp(Matcher stamp) {
    Optional<LocalDateTime> time =
        at(
            CalendarDay.of(number(stamp, 1), number(stamp, 2), number(stamp, 3)),
            number(stamp, 4),
            number(stamp, 5),
            number(stamp, 6),
            fraction(stamp.group(7)));
    String offset = stamp.group(8);
    ZoneId effective = zonelessInZone ? zone : ZoneOffset.UTC;
    if (offset != null) {
      Optional<ZoneOffset> parsed = offset(offset);
      if (parsed.isEmpty()) {
        return Optional.empty();
      }
      effective = parsed.get();
    }
    ZoneId chosen = effective;
    return time.map(t -> t.atZone(chosen).toInstant());
  }

  /** 24:00:00 is midnight of the next day, second 60 the next minute. */
  static Optional<LocalDateTime> at(
      Optional<LocalDate> day, int hour, int minute, int second, Duration fraction) {
    boolean endOfDay = hour == 24 && minute == 0 && second == 0;
    if (hour > 24 || (hour == 24 && !endOfDay) || minute > 59 || second > 60) {
      return Optional.empty();
    }
    return day.map(
        d ->
            d.atTime(LocalTime.MIDNIGHT)
                .plusHours(hour)
                .plusMinutes(minute)
                .plusSeconds(second)
                .plus(fraction));
  }

  static Optional<ZoneOffset> offset(String text) {
    if (text.equals("Z")) {
      return Optional.of(ZoneOffset.UTC);
    }
    Matcher parts = OFFSET.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int minutes =
        number(parts, 2) * 60 + (parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3)));
    return minutes > 18 * 60
        ? Optional.empty()
        : Optional.of(
            ZoneOffset.ofTotalSeconds((parts.group(1).equals("-") ? -minutes : minutes) * 60));
  }

  /** The digits behind the decimal point of the seconds; null or empty when there are none. */
  static Duration fraction(String digits) {
    if (digits == null || digits.isEmpty()) {
      return Duration.ZERO;
    }
    return Duration.ofMillis(new BigDecimal("0." + digits).movePointRight(3).intValue());
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
