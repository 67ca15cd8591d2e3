package org.postrider.subscriber;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of topics, as readers choose them and essays carry them. */
final class Topics {

  private static final int MOST = 50;
  private static final int LONGEST = 100;
  private static final Pattern FORMULA = Pattern.compile("'*[=+@-]");
  private static final Pattern QUOTED_FORMULA = Pattern.compile("'+[=+@-]");

  private Topics() {}

  /**
   * The names without repetition, semicolons and stray white space, at most fifty of at most 100
   * characters.
   */
  static List<String> tidy(List<String> names) {
    Map<String, String> byKey = new LinkedHashMap<>();
    for (String name : names) {
      String tidied = tidy(name);
      if (!tidied.isEmpty() && tidied.length() <= LONGEST && byKey.size() < MOST) {
        byKey.putIfAbsent(key(tidied), tidied);
      }
    }
    return List.copyOf(byKey.values());
  }

  private static String tidy(String name) {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
    return composed.replaceAll("[\\s\\p{Z}\\p{Cc};]+", " ").strip();
  }

  /** By which topics are told apart: whatever their case. */
  static String key(String name) {
    // Through upper case, because some letters have two small forms ("ß", the Greek final sigma).
    return tidy(name).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  /**
   * The names in one field of a table, with semicolons between. A table program takes what begins
   * like a formula for one and runs it, so such a name stands behind an apostrophe.
   */
  static String join(List<String> names) {
    String joined =
        names.stream()
            .map(name -> FORMULA.matcher(name).lookingAt() ? "'" + name : name)
            .collect(Collectors.joining(";"));
    // Without any semicolon the comma would be taken for the separator.
    return names.size() == 1 && joined.contains(",") ? joined + ";" : joined;
  }

  /** What {@link #join} joined; without a semicolon, commas separate. */
  static List<String> split(String field) {
    return Arrays.stream(field.split(field.contains(";") ? ";" : ","))
        .map(String::strip)
        .map(name -> QUOTED_FORMULA.matcher(name).lookingAt() ? name.substring(1) : name)
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
