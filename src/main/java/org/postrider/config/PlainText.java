package org.postrider.config;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words, numbers, languages and zones. */
final class PlainText {

  private PlainText() {}

  static String read(String text) {
    return text;
  }

  static Values.Reading<Integer> number(int least, int most) {
    return text -> {
      if (!text.strip().matches("-?[0-9]{1,9}")) {
        throw new BadValue("is not a whole number", "write a number from " + least + " to " + most);
      }
      int number = Integer.parseInt(text.strip());
      if (number < least || number > most) {
        throw new BadValue(
            "is not between " + least + " and " + most,
            "write a number from " + least + " to " + most);
      }
      return number;
    };
  }

  /** One of an enum's constants, written {@code as-style} for {@code AS_STYLE}. */
  static <E extends Enum<E>> Values.Reading<E> oneOf(Class<E> type) {
    return text -> {
      for (E choice : type.getEnumConstants()) {
        if (written(choice).equals(text.strip())) {
          return choice;
        }
      }
      String choices =
          Arrays.stream(type.getEnumConstants())
              .map(PlainText::written)
              .collect(Collectors.joining(", "));
      throw new BadValue("is not known here", "write one of " + choices);
    };
  }

  static SiteSettings.Style style(String text) throws BadValue {
    SiteSettings.Style style = oneOf(SiteSettings.Style.class).read(text);
    if (style == SiteSettings.Style.HUGO || style == SiteSettings.Style.HEXO) {
      throw new BadValue("is not supported yet", "write one of auto, jekyll, plain");
    }
    return style;
  }

  static String database(String text) throws BadValue {
    if (!text.strip().equals("embedded")) {
      throw new BadValue("is not supported", "write embedded");
    }
    return text.strip();
  }

  /** A language tag (RFC 5646), or empty. */
  static String language(String text) throws BadValue {
    String tag = text.strip();
    if (!tag.isEmpty() && !tag.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")) {
      throw new BadValue("is not a language", "write its tag, such as en, de or zh-CN");
    }
    return tag;
  }

  /** A zone of the IANA time zone database, or empty. */
  static String zone(String text) throws BadValue {
    String zone = text.strip();
    if (zone.isEmpty() || ZoneId.getAvailableZoneIds().contains(zone)) {
      return zone;
    }
    Optional<String> near =
        Suggestion.nearest(zone, ZoneId.getAvailableZoneIds().stream().sorted().toList());
    throw new BadValue(
        "is not a time zone",
        near.map(known -> "did you mean " + known + "?")
            .orElse("write its IANA name, such as Asia/Shanghai or UTC"));
  }

  private static String written(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
