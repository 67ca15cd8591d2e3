package org.postrider.post.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates written as text, as Ruby's {@code Time.parse} reads them: a time with the zone that
 * directly follows it, and a day in what remains. Unknown zones count as the site's.
 */
final class DateText {
  private static final Pattern TIME =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2}):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d*))?)?"
              + "(?:\\s*([AaPp])\\.?[Mm]\\b\\.?)?"
              + "(?:\\s*((?:GMT|UTC)?[-+]\\d{1,2}(?::?\\d\\d)?(?!\\d)|[A-Za-z]+\\b))?");
  private static final String MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?<!\\d)(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(?<!\\d)(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})(?!\\d)");
  private static final Pattern DIGITS =
      Pattern.compile("(?<![\\d-])(\\d{4})(\\d\\d)(\\d\\d)(?!\\d)");
  private static final Pattern DAY_MONTH_YEAR =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+" + MONTH + ",?[\\s-]+(\\d{4})(?!\\d)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MONTH_DAY_YEAR =
      Pattern.compile(
          "\\b" + MONTH + "\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)",
          Pattern.CASE_INSENSITIVE);
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Map<String, Integer> ZONE_HOURS =
      Map.ofEntries(
          Map.entry("Z", 0),
          Map.entry("UT", 0),
          Map.entry("UTC", 0),
          Map.entry("GMT", 0),
          Map.entry("EST", -5),
          Map.entry("EDT", -4),
          Map.entry("CST", -6),
          Map.entry("CDT", -5),
          Map.entry("MST", -7),
          Map.entry("MDT", -6),
          Map.entry("PST", -8),
          Map.entry("PDT", -7));

  private DateText() {}

  static Optional<Instant> parse(String text, ZoneId site) {
    Matcher time = TIME.matcher(text);
    if (!time.find()) {
      return day(text).map(d -> d.atStartOfDay(site).toInstant());
    }
    String rest = text.substring(0, time.start()) + "  " + text.substring(time.end());
    int hour = Integer.parseInt(time.group(1));
    if (time.group(5) != null) {
      if (hour < 1 || hour > 12) {
        return Optional.empty();
      }
      hour = hour % 12 + (time.group(5).equalsIgnoreCase("p") ? 12 : 0);
    }
    Optional<LocalDateTime> local =
        PostDate.at(
            day(rest.replaceFirst("(?<=\\d)[Tt](?=\\s|$)", " ")),
            hour,
            Integer.parseInt(time.group(2)),
            time.group(3) == null ? 0 : Integer.parseInt(time.group(3)),
            PostDate.fraction(time.group(4)));
    ZoneId zone = zone(time.group(6)).map(ZoneId.class::cast).orElse(site);
    return local.map(t -> t.atZone(zone).toInstant());
  }

  private static Optional<ZoneOffset> zone(String name) {
    if (name == null) {
      return Optional.empty();
    }
    Integer hours = ZONE_HOURS.get(name.toUpperCase(Locale.ROOT));
    if (hours != null) {
      return Optional.of(ZoneOffset.ofHours(hours));
    }
    // Ruby knows +08, +0800 and +08:00 in texts, but not +8.
    return name.matches("[-+]\\d\\d(:?\\d\\d)?") ? PostDate.offset(name) : Optional.empty();
  }

  private static Optional<LocalDate> day(String text) {
    Matcher m = YEAR_FIRST.matcher(text);
    if (m.find()) {
      return CalendarDay.of(number(m, 1), number(m, 2), number(m, 3));
    }
    m = YEAR_LAST.matcher(text);
    if (m.find()) {
      return CalendarDay.of(number(m, 3), number(m, 2), number(m, 1));
    }
    m = DAY_MONTH_YEAR.matcher(text);
    if (m.find()) {
      return CalendarDay.of(number(m, 3), month(m.group(2)), number(m, 1));
    }
    m = MONTH_DAY_YEAR.matcher(text);
    if (m.find()) {
      return CalendarDay.of(number(m, 3), month(m.group(1)), number(m, 2));
    }
    m = DIGITS.matcher(text);
    if (m.find()) {
      return CalendarDay.of(number(m, 1), number(m, 2), number(m, 3));
    }
    return Optional.empty();
  }

  private static int month(String name) {
    return MONTHS.indexOf(name.toLowerCase(Locale.ROOT)) + 1;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
