package org.postrider.letter;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** What stands within a paragraph as plain text; numbers the links on the way. */
final class TextInlines {

  private final List<String> links = new ArrayList<>();

  /** The text of what {@code element} holds. */
  String within(Element element) {
    StringBuilder text = new StringBuilder();
    element.childNodes().forEach(node -> text.append(of(node)));
    return text.toString();
  }

  /** The text of {@code node}; a line feed in it is a forced break. */
  String of(Node node) {
    if (node instanceof TextNode text) {
      // A line feed from here on is a forced break.
      return text.getWholeText().replaceAll("[ \\t\\r\\n\\f]+", " ");
    }
    if (!(node instanceof Element element)) {
      return "";
    }
    return switch (element.normalName()) {
      case "br" -> "\n";
      case "img" -> element.attr("alt").isEmpty() ? "" : "[" + element.attr("alt") + "]";
      case "a" -> link(element);
      case "strong", "b" -> emphasised(element, "*");
      case "em", "i" -> emphasised(element, "_");
      case "del", "s", "strike" -> around(element, "~");
      case "code", "kbd", "samp" -> around(element, "`");
      case "sup" -> element.select("a").isEmpty() ? "^" + within(element) : within(element);
      default -> within(element);
    };
  }

  private String link(Element link) {
    String text = within(link);
    String href = link.attr("href");
    if (href.startsWith("#")) {
      boolean isReference = link.parent() != null && link.parent().normalName().equals("sup");
      return isReference ? "[^" + text.strip() + "]" : text;
    }
    String shown = text.strip();
    if (href.isEmpty() || shown.isEmpty() || href.equals(shown) || href.equals("mailto:" + shown)) {
      return text;
    }
    int known = links.indexOf(href);
    if (known < 0) {
      links.add(href);
      known = links.size() - 1;
    }
    return text + " [" + (known + 1) + "]";
  }

  private String emphasised(Element element, String mark) {
    return Emphasis.canBeMarked(element) ? around(element, mark) : within(element);
  }

  private String around(Element element, String mark) {
    String text = within(element);
    return text.isBlank() ? text : mark + text + mark;
  }

  /** A line for each link met so far. */
  List<String> links() {
    List<String> lines = new ArrayList<>();
    for (String link : links) {
      lines.add("[" + (lines.size() + 1) + "] " + link);
    }
    return lines;
  }
}
