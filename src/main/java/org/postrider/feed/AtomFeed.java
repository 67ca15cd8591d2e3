package org.postrider.feed;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Generator;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** Atom 1.0 (RFC 4287). */
final class AtomFeed {

  private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");

  private AtomFeed() {}

  static byte[] print(Galley galley, String path) throws FeedException {
    Document document = new WireFeedOutput().outputJDom(feed(galley, path));
    nameLanguages(document.getRootElement(), galley);
    return XmlBytes.of(document);
  }

  private static Feed feed(Galley galley, String path) {
    FeedChannel channel = galley.channel();
    Feed feed = new Feed("atom_1.0");
    // The front page's address names the feed: it is the author's own and outlives the daemon's
    // address and path. Where a feed is fetched from is the self link's business.
    feed.setId(channel.home().toASCIIString());
    feed.setTitleEx(content(Content.TEXT, channel.title()));
    feed.setSubtitle(content(Content.TEXT, channel.description()));
    feed.setUpdated(Date.from(galley.updated()));
    feed.setAuthors(persons(List.of(galley.author())));
    feed.setGenerator(generator());
    feed.setAlternateLinks(List.of(link("alternate", "text/html", channel.home().toASCIIString())));
    feed.setOtherLinks(List.of(link("self", "application/atom+xml", galley.self(path))));
    feed.setEntries(galley.entries().stream().map(AtomFeed::entry).toList());
    return feed;
  }

  private static Entry entry(FeedEntry essay) {
    Entry entry = new Entry();
    entry.setId(essay.id());
    entry.setTitleEx(content(Content.TEXT, essay.title()));
    entry.setAlternateLinks(List.of(link("alternate", "text/html", essay.url().toASCIIString())));
    entry.setPublished(Date.from(essay.published()));
    entry.setUpdated(Date.from(essay.updated()));
    // RFC 4287, 4.2.1: without its own author an entry has the feed's.
    entry.setAuthors(persons(essay.authors()));
    entry.setCategories(essay.terms().stream().map(AtomFeed::category).toList());
    if (!essay.summary().isEmpty()) {
      entry.setSummary(content(Content.TEXT, essay.summary()));
    }
    if (essay.html().isEmpty() && essay.summary().isEmpty()) {
      // Readers want a word in each entry, and the title is all there is.
      entry.setSummary(content(Content.TEXT, essay.title()));
    }
    if (!essay.html().isEmpty()) {
      entry.setContents(List.of(content(Content.HTML, essay.html())));
    }
    return entry;
  }

  private static Content content(String type, String value) {
    Content content = new Content();
    content.setType(type);
    content.setValue(value);
    return content;
  }

  private static List<SyndPerson> persons(List<String> names) {
    return names.stream().map(AtomFeed::person).toList();
  }

  private static SyndPerson person(String name) {
    Person person = new Person();
    person.setName(name);
    return person;
  }

  private static Generator generator() {
    Generator generator = new Generator();
    generator.setValue(Galley.GENERATOR);
    return generator;
  }

  private static Link link(String relation, String type, String address) {
    Link link = new Link();
    link.setRel(relation);
    link.setType(type);
    link.setHref(address);
    return link;
  }

  private static Category category(String term) {
    Category category = new Category();
    category.setTerm(term);
    return category;
  }

  /** The feed classes know no {@code xml:lang}, so the finished tree gets it. */
  private static void nameLanguages(Element feed, Galley galley) {
    nameLanguage(feed, galley.channel().language());
    Iterator<FeedEntry> essays = galley.entries().iterator();
    for (Element entry : feed.getChildren("entry", ATOM)) {
      nameLanguage(entry, essays.next().language());
    }
  }

  private static void nameLanguage(Element element, String language) {
    if (!language.isEmpty()) {
      element.setAttribute("lang", language, Namespace.XML_NAMESPACE);
    }
  }
}
