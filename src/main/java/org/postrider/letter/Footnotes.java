package org.postrider.letter;

import java.net.URI;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The notes below an essay. */
final class Footnotes {

  private static final String NOTE = "footnote";

  private Footnotes() {}

  /**
   * Takes the links out by which a browser goes back from a note to its place: few mail programs
   * follow them, and the arrow would stand alone on a line.
   */
  static void dropWaysBack(Document essay, URI url) {
    for (Element link : essay.select("a[href]")) {
      String href = link.attr("href");
      boolean isHere = href.startsWith("#") || href.startsWith(url + "#");
      if (!isHere || !isWayBack(link)) {
        continue;
      }
      Element note = link.closest("li");
      if (note != null) {
        note.addClass(NOTE);
      }
      Element parent = link.parent();
      link.remove();
      trimEnd(parent);
      if (parent.normalName().equals("p") && parent.childNodeSize() == 0) {
        parent.remove();
      }
    }
  }

  /** Whether {@code item} of a list is a note that had a way back. */
  static boolean isNote(Element item) {
    return item.hasClass(NOTE);
  }

  private static boolean isWayBack(Element link) {
    String kind = (link.className() + " " + link.attr("rev")).toLowerCase(Locale.ROOT);
    return kind.contains("backref")
        || kind.contains("reversefootnote")
        || link.text().contains("↩");
  }

  private static void trimEnd(Element element) {
    Node last = element.lastChild();
    while (last instanceof TextNode text) {
      String kept = text.getWholeText().replaceFirst("[\\s\\u00A0]+$", "");
      if (!kept.isEmpty()) {
        text.text(kept);
        return;
      }
      text.remove();
      last = element.lastChild();
    }
  }
}
