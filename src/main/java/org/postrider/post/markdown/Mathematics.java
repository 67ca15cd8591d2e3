package org.postrider.post.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes TeX out of a text before Markdown is parsed, and puts it back as HTML, byte for byte:
 * {@code $$…$$} and {@code \(…\)} become a {@code span}, or a {@code div} where they fill a
 * paragraph.
 */
final class Mathematics {
  private static final char OPEN = '\uF8F0';
  private static final char CLOSE = '\uF8F1';
  private static final int MAX_LENGTH = 10_000;
  private static final Pattern PLACE =
      Pattern.compile(
          "<p>\\s*" + OPEN + "(\\d{1,6})" + CLOSE + "\\s*</p>|" + OPEN + "(\\d{1,6})" + CLOSE);
  private static final Pattern CODE_TAG = Pattern.compile("<(/?)(?:code|pre)\\b");

  private record Formula(String source, String tex) {}

  private final List<Formula> formulas = new ArrayList<>();

  /** {@code markdown} with a mark in the place of each formula. */
  String takeOut(String markdown) {
    boolean any = markdown.contains("$$") || markdown.contains("\\(") || markdown.contains("\\\\[");
    if (!any || markdown.indexOf(OPEN) >= 0) {
      return markdown;
    }
    CodeRegions code = CodeRegions.of(markdown);
    StringBuilder out = new StringBuilder(markdown.length());
    int position = 0;
    for (int i = 0; i < markdown.length(); i++) {
      char c = markdown.charAt(i);
      if ((c != '$' && c != '\\') || code.contains(i)) {
        continue;
      }
      String closing = closing(markdown, i);
      if (closing.isEmpty()) {
        // What follows a backslash is escaped, a second one too.
        i += c == '\\' ? 1 : 0;
        continue;
      }
      int texStart = i + closing.length();
      int texEnd = end(markdown, texStart, closing, isOwnBlock(markdown, i));
      if (texEnd > texStart) {
        out.append(markdown, position, i).append(OPEN).append(formulas.size()).append(CLOSE);
        position = texEnd + closing.length();
        formulas.add(
            new Formula(markdown.substring(i, position), markdown.substring(texStart, texEnd)));
        i = position - 1;
      } else {
        i = texStart - 1;
      }
    }
    return out.append(markdown, position, markdown.length()).toString();
  }

  private static String closing(String text, int at) {
    if (text.startsWith("$$", at)) {
      return "$$";
    }
    if (text.startsWith("\\\\(", at)) {
      return "\\\\)";
    }
    if (text.startsWith("\\\\[", at)) {
      return "\\\\]";
    }
    return text.startsWith("\\(", at) ? "\\)" : "";
  }

  private static boolean isOwnBlock(String text, int at) {
    int lineStart = text.lastIndexOf('\n', at - 1) + 1;
    return at - lineStart <= 3 && text.substring(lineStart, at).isBlank();
  }

  // Blank lines end a formula within a paragraph, but not one that is a block of its own.
  private static int end(String text, int from, String closing, boolean block) {
    int limit = Math.min(text.length(), from + MAX_LENGTH);
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      if (text.startsWith(closing, i)) {
        boolean endsLine =
            text.startsWith("\n", i + closing.length()) || i + closing.length() == text.length();
        boolean blankInside = text.substring(from, i).contains("\n\n");
        return text.substring(from, i).isBlank() || (blankInside && !(block && endsLine)) ? -1 : i;
      }
      if (!block && c == '\n' && text.startsWith("\n", i + 1)) {
        return -1;
      }
    }
    return -1;
  }

  /** {@code html} with each formula back in its place. */
  String putBack(String html) {
    if (formulas.isEmpty()) {
      return html;
    }
    StringBuilder out = new StringBuilder(html.length());
    Matcher place = PLACE.matcher(html);
    int position = 0;
    int codeDepth = 0;
    while (place.find()) {
      String before = html.substring(position, place.start());
      out.append(before);
      codeDepth += depth(before);
      boolean own = place.group(1) != null;
      int number = Integer.parseInt(own ? place.group(1) : place.group(2));
      // A character reference of the author's may have made a mark that stands for no formula.
      out.append(
          number < formulas.size()
              ? html(formulas.get(number), own, codeDepth > 0, before)
              : place.group());
      position = place.end();
    }
    return out.append(html, position, html.length()).toString();
  }

  private static int depth(String html) {
    int depth = 0;
    Matcher tag = CODE_TAG.matcher(html);
    while (tag.find()) {
      depth += tag.group(1).isEmpty() ? 1 : -1;
    }
    return depth;
  }

  private static String html(Formula formula, boolean own, boolean inCode, String before) {
    boolean inTag = before.lastIndexOf('<') > before.lastIndexOf('>');
    if (inCode || inTag) {
      return escape(formula.source());
    }
    String tex = escape(formula.tex());
    return own
        ? "<div class=\"math display\">\\[" + tex + "\\]</div>"
        : "<span class=\"math inline\">\\(" + tex + "\\)</span>";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
