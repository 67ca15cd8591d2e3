package org.postrider.post.liquid;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text cut where Liquid begins and ends. Positions are asked for from front to back. */
final class LiquidSource {
  private static final Pattern RAW_TAGS = Pattern.compile("\\{%-?\\s*(?:end)?raw\\s*-?%}");

  private final String text;
  private int line;
  private int counted;
  private boolean tagsEnd;
  private boolean outputsEnd;

  LiquidSource(String text, int firstLine) {
    this.text = text;
    this.line = firstLine;
  }

  String text() {
    return text;
  }

  /**
   * One tag or output.
   *
   * @param end behind it, and behind the white space that it trims
   * @param inside without braces and dashes; empty when it is never closed
   */
  record Markup(
      int start, int end, boolean isTag, boolean isClosed, boolean trimsBefore, String inside) {

    String name() {
      return inside.split("\\s+", 2)[0];
    }

    String arguments() {
      String[] parts = inside.split("\\s+", 2);
      return parts.length < 2 ? "" : parts[1].strip();
    }
  }

  /** What stands between a tag and its end tag, as written. */
  record Block(String inside, int end, boolean isClosed) {}

  Optional<Markup> next(int from) {
    for (int i = text.indexOf('{', from); i >= 0; i = text.indexOf('{', i + 1)) {
      if (text.startsWith("{%", i)) {
        return Optional.of(markup(i, "%}"));
      }
      if (text.startsWith("{{", i)) {
        return Optional.of(markup(i, "}}"));
      }
    }
    return Optional.empty();
  }

  private Markup markup(int start, String closing) {
    boolean tag = closing.equals("%}");
    boolean hopeless = tag ? tagsEnd : outputsEnd;
    int close = hopeless ? -1 : text.indexOf(closing, start + 2);
    if (close < 0) {
      tagsEnd |= tag;
      outputsEnd |= !tag;
      return new Markup(start, start + 2, tag, false, false, "");
    }
    int from = start + 2;
    int to = close;
    boolean trimsBefore = from < to && text.charAt(from) == '-';
    boolean trimsAfter = from < to - 1 && text.charAt(to - 1) == '-';
    String inside = text.substring(trimsBefore ? from + 1 : from, trimsAfter ? to - 1 : to).strip();
    int end = close + 2;
    while (trimsAfter && end < text.length() && Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return new Markup(start, end, tag, true, trimsBefore, inside);
  }

  Block block(Markup tag, String endName) {
    Matcher end =
        Pattern.compile("\\{%-?\\s*" + endName + "\\s*-?%}")
            .matcher(text)
            .region(tag.end(), text.length());
    if (!end.find()) {
      return new Block(text.substring(tag.end()), text.length(), false);
    }
    return new Block(text.substring(tag.end(), end.start()), end.end(), true);
  }

  static String withoutRawTags(String code) {
    return RAW_TAGS.matcher(code).replaceAll("");
  }

  int line(int position) {
    for (; counted < position; counted++) {
      if (text.charAt(counted) == '\n') {
        line++;
      }
    }
    return line;
  }

  String shown(Markup markup) {
    String source = text.substring(markup.start(), markup.end()).strip().replaceAll("\\s+", " ");
    return source.length() > 80 ? source.substring(0, 80) + "…" : source;
  }
}
