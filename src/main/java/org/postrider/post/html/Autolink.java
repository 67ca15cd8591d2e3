package org.postrider.post.html;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.postrider.post.url.UrlText;

/** A bare URL that became a link: it ends where Chinese or Japanese punctuation begins. */
final class Autolink {
  private static final Pattern PUNCTUATION =
      Pattern.compile(
          "[\\u3000-\\u303F\\uFF01-\\uFF0F\\uFF1A-\\uFF20\\uFF3B-\\uFF40\\uFF5B-\\uFF65“”‘’…]");

  private Autolink() {}

  static boolean isOne(Element element) {
    if (!element.normalName().equals("a") || element.childNodeSize() != 1) {
      return false;
    }
    if (!(element.childNode(0) instanceof TextNode text)) {
      return false;
    }
    String shown = text.getWholeText();
    return (shown.startsWith("http") || shown.startsWith("www."))
        && element.attr("href").endsWith(UrlText.repair(shown));
  }

  static void cut(Element link) {
    String shown = link.wholeText();
    Matcher end = PUNCTUATION.matcher(shown);
    if (!end.find()) {
      return;
    }
    String url = shown.substring(0, end.start());
    String href = link.attr("href");
    String lost = UrlText.repair(shown.substring(end.start()));
    link.attr("href", href.substring(0, href.length() - lost.length()));
    link.text(url);
    link.after(new TextNode(shown.substring(end.start())));
  }
}
