package org.postrider.template;

import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code published | day(zone, language)}: the day of an instant (an {@link Instant}, or a text
 * such as {@code 2025-05-05T10:00:00Z}) in words: {@code 5 May 2025}, {@code 2025年5月5日}. The zone
 * is an IANA name or a {@link ZoneId}, the language a tag (RFC 5646); both must be given, so that
 * the machine's own never show.
 */
final class DayFilter implements Filter {

  @Override
  public List<String> getArgumentNames() {
    return List.of("zone", "language");
  }

  @Override
  public Object apply(
      Object input,
      Map<String, Object> args,
      PebbleTemplate self,
      EvaluationContext context,
      int line) {
    if (input == null) {
      return "";
    }
    if (args.get("zone") == null || args.get("language") == null) {
      throw new PebbleException(
          null, "day needs a zone and a language: day(zone, language)", line, self.getName());
    }
    try {
      Instant instant = input instanceof Instant known ? known : Instant.parse(input.toString());
      LocalDate day = LocalDate.ofInstant(instant, ZoneId.of(args.get("zone").toString()));
      return format(Locale.forLanguageTag(args.get("language").toString())).format(day);
    } catch (DateTimeException e) {
      throw new PebbleException(e, "day can't be said: " + e.getMessage(), line, self.getName());
    }
  }

  private static DateTimeFormatter format(Locale locale) {
    boolean english = locale.getLanguage().isEmpty() || locale.getLanguage().equals("en");
    // Between the American and the British order, the one that most of the world reads aright.
    return english
        ? DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH)
        : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
  }
}
