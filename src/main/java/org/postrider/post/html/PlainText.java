package org.postrider.post.html;

import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.postrider.post.source.Words;
import org.postrider.post.source.XmlCharacters;

/** The visible text of HTML on one line. */
public final class PlainText {
  private static final Set<String> SILENT =
      Set.of("script", "style", "template", "noscript", "iframe", "svg", "head", "textarea");

  private PlainText() {}

  public static String of(String html) {
    return of(Jsoup.parseBodyFragment(html).body());
  }

  /** The texts of the paragraphs of {@code html}, the first {@code limit} of them. */
  public static List<String> paragraphs(String html, int limit) {
    return Jsoup.parseBodyFragment(html).select("p").stream()
        .limit(limit)
        .map(PlainText::of)
        .toList();
  }

  private static String of(Element root) {
    StringBuilder text = new StringBuilder();
    root.filter(
        new NodeFilter() {
          @Override
          public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode t) {
              text.append(t.getWholeText());
            } else if (node instanceof Element e) {
              if (SILENT.contains(e.normalName())) {
                return FilterResult.SKIP_ENTIRELY;
              }
              separate(e, text);
            }
            return FilterResult.CONTINUE;
          }

          @Override
          public FilterResult tail(Node node, int depth) {
            if (node instanceof Element e) {
              separate(e, text);
            }
            return FilterResult.CONTINUE;
          }
        });
    return Words.collapse(XmlCharacters.scrub(joinCjk(text.toString())));
  }

  private static void separate(Element element, StringBuilder text) {
    if (element.isBlock() || element.normalName().equals("br")) {
      text.append(' ');
    }
  }

  // A soft line break between two characters of a script without blanks is no blank.
  private static String joinCjk(String text) {
    if (text.indexOf('\n') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean joins =
          c == '\n'
              && i > 0
              && i + 1 < text.length()
              && isCjk(text.charAt(i - 1))
              && isCjk(text.charAt(i + 1));
      if (!joins) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isCjk(char c) {
    return (c >= 0x2E80 && c <= 0x9FFF)
        || (c >= 0xAC00 && c <= 0xD7AF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFF00 && c <= 0xFFEF);
  }
}
