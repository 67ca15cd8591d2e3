package org.postrider.feed;

import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Content;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** RSS 2.0, with whole essays in {@code content:encoded} and authors in {@code dc:creator}. */
final class RssFeed {

  private static final Namespace ATOM =
      Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");
  private static final Namespace CONTENT =
      Namespace.getNamespace("content", "http://purl.org/rss/1.0/modules/content/");
  private static final Namespace DC =
      Namespace.getNamespace("dc", "http://purl.org/dc/elements/1.1/");

  private static final int MINUTES_TO_LIVE = 60;

  private RssFeed() {}

  static byte[] print(Galley galley, String path) throws FeedException {
    Document document = new WireFeedOutput().outputJDom(channel(galley));
    Element root = document.getRootElement();
    List.of(ATOM, CONTENT, DC).forEach(root::addNamespaceDeclaration);
    Element channel = root.getChild("channel");
    linkToSelf(channel, galley.self(path));
    nameCreators(channel, galley);
    return XmlBytes.ofRss(document);
  }

  private static Channel channel(Galley galley) {
    FeedChannel site = galley.channel();
    Channel channel = new Channel("rss_2.0");
    channel.setTitle(site.title());
    channel.setLink(site.home().toASCIIString());
    channel.setDescription(site.description());
    if (!site.language().isEmpty()) {
      channel.setLanguage(galley.rssLanguage());
    }
    if (!galley.entries().isEmpty()) {
      channel.setLastBuildDate(Date.from(galley.updated()));
    }
    channel.setGenerator(Galley.GENERATOR);
    channel.setTtl(MINUTES_TO_LIVE);
    channel.setItems(galley.entries().stream().map(RssFeed::item).toList());
    return channel;
  }

  private static Item item(FeedEntry essay) {
    Item item = new Item();
    item.setTitle(essay.title());
    item.setLink(essay.url().toASCIIString());
    item.setGuid(guid(essay));
    item.setPubDate(Date.from(essay.published()));
    item.setCategories(essay.terms().stream().map(RssFeed::category).toList());
    // "All elements of an item are optional, however at least one of title or description must be
    // present."
    if (!essay.summary().isEmpty() || essay.title().isEmpty()) {
      item.setDescription(description(essay.summary()));
    }
    if (!essay.html().isEmpty()) {
      item.setContent(content(essay.html()));
    }
    return item;
  }

  private static Guid guid(FeedEntry essay) {
    Guid guid = new Guid();
    guid.setValue(essay.id());
    guid.setPermaLink(essay.id().equals(essay.url().toASCIIString()));
    return guid;
  }

  private static Category category(String term) {
    Category category = new Category();
    category.setValue(term);
    return category;
  }

  private static Description description(String summary) {
    Description description = new Description();
    // Readers take a description for HTML; plain text has to say so with its own escapes.
    description.setValue(escaped(summary));
    return description;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static Content content(String html) {
    Content content = new Content();
    content.setType(Content.HTML);
    content.setValue(html);
    return content;
  }

  private static void linkToSelf(Element channel, String self) {
    Element link =
        new Element("link", ATOM)
            .setAttribute("rel", "self")
            .setAttribute("type", "application/rss+xml")
            .setAttribute("href", self);
    channel.addContent(0, link);
  }

  /** {@code author} would want an e-mail address, which is nobody's business. */
  private static void nameCreators(Element channel, Galley galley) {
    Iterator<FeedEntry> essays = galley.entries().iterator();
    for (Element item : channel.getChildren("item")) {
      List<String> authors = essays.next().authors();
      for (String name : authors.isEmpty() ? List.of(galley.author()) : authors) {
        item.addContent(new Element("creator", DC).setText(name));
      }
    }
  }
}
