package org.postrider.post.site;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The ways in which Jekyll turns a text into a part of a URL, and back into a title. */
public final class Slug {
  private static final Pattern NOT_PRETTY =
      Pattern.compile("[^\\p{M}\\p{L}\\p{Nd}._~!$&'()+,;=@]+");
  private static final Pattern NOT_PLAIN = Pattern.compile("[^\\p{M}\\p{L}\\p{Nd}]+");
  private static final Pattern EDGES = Pattern.compile("^-|-$");

  private Slug() {}

  /** For {@code :title}: case and most punctuation stay. */
  static String pretty(String text) {
    return hyphenate(text, NOT_PRETTY);
  }

  /** For {@code :slug}: lower-case letters and digits only. */
  static String plain(String text) {
    return hyphenate(text, NOT_PLAIN).toLowerCase(Locale.ROOT);
  }

  private static String hyphenate(String text, Pattern others) {
    return EDGES.matcher(others.matcher(text).replaceAll("-")).replaceAll("");
  }

  /** The title of a post that gives none: {@code long-walk} → {@code Long Walk}. */
  public static String title(String slug) {
    return Arrays.stream(slug.split("-"))
        .filter(word -> !word.isEmpty())
        .map(Slug::capitalize)
        .collect(Collectors.joining(" "));
  }

  private static String capitalize(String word) {
    int first = word.offsetByCodePoints(0, 1);
    return word.substring(0, first).toUpperCase(Locale.ROOT)
        + word.substring(first).toLowerCase(Locale.ROOT);
  }
}
