package org.postrider.letter;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Gives an essay the fallbacks that programs need which ignore some of a letter's style. */
final class StylelessHtml {

  private StylelessHtml() {}

  /** After this the tree is good for sending only. */
  static void apply(Document essay) {
    for (Element pre : essay.select("pre")) {
      List<TextNode> texts = pre.nodeStream(TextNode.class).toList();
      texts.forEach(StylelessHtml::keepWhiteSpace);
    }
    for (Element table : essay.select("table")) {
      table.attr("width", "100%").attr("cellpadding", "6").attr("cellspacing", "0");
      boolean isWide = table.select("tr").stream().anyMatch(row -> row.childrenSize() > 4);
      if (isWide) {
        table.addClass("wide");
      }
    }
    essay.select("thead th:not([scope])").attr("scope", "col");
  }

  /** Outlook and Samsung ignore white-space: blanks and line ends must hold by themselves. */
  private static void keepWhiteSpace(TextNode text) {
    String[] lines = text.getWholeText().split("\n", -1);
    Node last = text;
    boolean startsLine = text.previousSibling() == null || isBreak(text.previousSibling());
    text.text(keepIndent(lines[0], startsLine));
    for (int i = 1; i < lines.length; i++) {
      boolean closing = i == lines.length - 1 && lines[i].isEmpty() && last.nextSibling() == null;
      if (closing) {
        break;
      }
      Element end = new Element("br");
      last.after(end);
      TextNode line = new TextNode(keepIndent(lines[i], true));
      end.after(line);
      last = line;
    }
  }

  private static String keepIndent(String line, boolean startsLine) {
    String text = line.replace("\t", "    ").replace("\r", "");
    int blanks = 0;
    while (blanks < text.length() && text.charAt(blanks) == ' ') {
      blanks++;
    }
    return startsLine ? "\u00A0".repeat(blanks) + text.substring(blanks) : text;
  }

  private static boolean isBreak(Node node) {
    return node instanceof Element element && element.normalName().equals("br");
  }
}
