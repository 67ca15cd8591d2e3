package org.postrider.feed;

import java.util.List;
import java.util.Map;
import org.jdom2.Document;
import org.jdom2.Element;

/** OPML 2.0 (opml.org/spec2.opml): the site's feeds, for readers that take lists. */
final class OpmlList {

  private static final Map<String, String> FORMATS =
      Map.of(FeedPress.ATOM, "Atom", FeedPress.RSS, "RSS", FeedPress.JSON, "JSON Feed");

  private OpmlList() {}

  static byte[] print(Galley galley, List<String> paths) {
    Element body = new Element("body");
    paths.forEach(path -> body.addContent(outline(galley, path)));
    Element head = new Element("head");
    head.addContent(new Element("title").setText(galley.channel().title()));
    head.addContent(new Element("ownerName").setText(galley.author()));
    Element opml = new Element("opml").setAttribute("version", "2.0");
    return XmlBytes.of(new Document(opml.addContent(head).addContent(body)));
  }

  private static Element outline(Galley galley, String path) {
    FeedChannel channel = galley.channel();
    String text = channel.title() + " (" + FORMATS.get(path) + ")";
    Element outline =
        new Element("outline")
            // "type" is "rss" for every format of feed.
            .setAttribute("type", "rss")
            .setAttribute("text", text)
            .setAttribute("title", text)
            .setAttribute("xmlUrl", galley.self(path))
            .setAttribute("htmlUrl", channel.home().toASCIIString())
            .setAttribute("description", channel.description());
    return channel.language().isEmpty()
        ? outline
        : outline.setAttribute("language", galley.rssLanguage());
  }
}
