package org.postrider.post.source;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A file divided as Jekyll divides it: a YAML block between two lines of dashes, then the body.
 *
 * @param present whether there is a block that says anything
 * @param body without the blank lines before it
 * @param bodyLine the line of the file on which {@code body} begins, from 1
 */
public record FrontMatter(Value.Fields fields, boolean present, String body, int bodyLine) {
  private static final Pattern OPENING = Pattern.compile("---[ \\t]*");
  private static final Pattern CLOSING = Pattern.compile("(?:---|\\.\\.\\.)[ \\t]*");
  private static final Pattern KEY = Pattern.compile("[A-Za-z_][\\w-]*:(?:[ \\t].*)?");

  /**
   * @param text with LF as line end and without byte order mark
   */
  public static FrontMatter of(String text) throws BadSource {
    int opening = endOfLine(text, 0);
    if (!OPENING.matcher(text.substring(0, opening)).matches()) {
      refuseLateOpening(text);
      return without(text);
    }
    int blockStart = Math.min(opening + 1, text.length());
    for (int start = blockStart, line = 2; start < text.length(); line++) {
      int end = endOfLine(text, start);
      if (CLOSING.matcher(text.substring(start, end)).matches()) {
        Value.Fields fields = YamlBlock.read(text.substring(blockStart, start), 2);
        String rest = text.substring(Math.min(end + 1, text.length()));
        return with(fields, rest, line + 1);
      }
      start = end + 1;
    }
    refuseOpenBlock(text, blockStart);
    return without(text);
  }

  private static FrontMatter with(Value.Fields fields, String rest, int line) {
    boolean present = !fields.fields().isEmpty();
    int start = 0;
    int bodyLine = line;
    while (start < rest.length()) {
      int end = endOfLine(rest, start);
      if (!rest.substring(start, end).isBlank()) {
        break;
      }
      start = Math.min(end + 1, rest.length());
      bodyLine++;
    }
    return new FrontMatter(fields, present, rest.substring(start), bodyLine);
  }

  private static FrontMatter without(String text) {
    return new FrontMatter(new Value.Fields(List.of(), "", 1, 1), false, text, 1);
  }

  // Jekyll would publish the block as part of the text.
  private static void refuseLateOpening(String text) throws BadSource {
    String stripped = text.stripLeading();
    int end = endOfLine(stripped, 0);
    if (stripped.length() == text.length()
        || !OPENING.matcher(stripped.substring(0, end)).matches()) {
      return;
    }
    if (beginsWithKey(stripped, end + 1)) {
      throw new BadSource(
          1,
          0,
          "there are blanks or blank lines before the \"---\" of the front matter",
          "make \"---\" the first line of the file");
    }
  }

  private static void refuseOpenBlock(String text, int blockStart) throws BadSource {
    if (beginsWithKey(text, blockStart)) {
      throw new BadSource(
          1, 0, "the front matter has no end", "add a line \"---\" after its last key");
    }
  }

  private static boolean beginsWithKey(String text, int start) {
    if (start >= text.length()) {
      return false;
    }
    String rest = text.substring(start).stripLeading();
    return KEY.matcher(rest.substring(0, endOfLine(rest, 0))).matches();
  }

  private static int endOfLine(String text, int start) {
    int end = text.indexOf('\n', start);
    return end < 0 ? text.length() : end;
  }
}
