package org.postrider.template;

import java.util.regex.Pattern;

/** Where templates are named and how their text is prepared. */
final class Source {

  private static final Pattern NAME =
      Pattern.compile("([^/.][^/]*/)*[^/.][^/]*\\.(html|txt|subject|css|xml|json)");
  private static final Pattern NEWLINE_AFTER_TAG = Pattern.compile("(-?[%#]})(\r?\n)");

  private Source() {}

  /** Whether {@code name} can be a template's: of a known kind, not hidden, without {@code ..}. */
  static boolean isName(String name) {
    return NAME.matcher(name).matches() && name.indexOf('\\') < 0 && name.indexOf('\0') < 0;
  }

  /**
   * Drops the newline after a tag or comment, so that a line with nothing else leaves no empty line
   * behind, and keeps the one after an inserted value, where Pebble's own trimming would join two
   * lines of a letter. The newline moves into the tag, so the lines of errors stay right.
   */
  static String withoutTagLines(String text) {
    return NEWLINE_AFTER_TAG.matcher(text).replaceAll("$2$1");
  }
}
