package org.postrider.feed;

import com.rometools.rome.io.FeedException;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Makes the documents of all feeds: RSS 2.0, Atom 1.0 (RFC 4287), JSON Feed 1.1 and OPML 2.0. */
public final class FeedPress {

  /** Jekyll's own feed plugin has its Atom feed there, so that readers who move find it. */
  static final String ATOM_AT_JEKYLLS_PATH = "/feed.xml";

  public static final String ATOM = "/atom.xml";

  static final String RSS = "/rss.xml";
  static final String JSON = "/feed.json";
  static final String OPML = "/feeds.opml";

  /** Where the documents are served, in the order in which they are printed. */
  public static final List<String> PATHS = List.of(ATOM_AT_JEKYLLS_PATH, ATOM, RSS, JSON, OPML);

  private static final String ATOM_TYPE = "application/atom+xml; charset=utf-8";
  private static final String RSS_TYPE = "application/rss+xml; charset=utf-8";
  private static final String JSON_TYPE = "application/feed+json; charset=utf-8";
  private static final String OPML_TYPE = "text/x-opml; charset=utf-8";

  public FeedPress() {}

  /**
   * The documents {@code /feed.xml} and {@code /atom.xml} (both Atom), {@code /rss.xml}, {@code
   * /feed.json} and {@code /feeds.opml}, in this order. The same channel and entries give the same
   * bytes everywhere. Each document has been parsed again before it is returned.
   *
   * @param entries in the order in which feeds show them
   * @throws BadFeed when a document can't be made
   */
  public List<FeedDocument> print(FeedChannel channel, List<FeedEntry> entries) {
    Galley galley = Galley.set(channel, entries);
    return List.of(
        print(galley, ATOM_AT_JEKYLLS_PATH, ATOM_TYPE, AtomFeed::print, "entry"),
        print(galley, ATOM, ATOM_TYPE, AtomFeed::print, "entry"),
        print(galley, RSS, RSS_TYPE, RssFeed::print, "item"),
        printJson(galley),
        printList(galley));
  }

  private static FeedDocument print(
      Galley galley, String path, String type, Plate plate, String element) {
    try {
      byte[] bytes = plate.print(galley, path);
      Proofreader.readXml(bytes, element, galley.entries().size());
      return new FeedDocument(path, type, bytes);
    } catch (FeedException | XMLStreamException | RuntimeException fault) {
      throw bad(path, fault);
    }
  }

  private static FeedDocument printJson(Galley galley) {
    try {
      byte[] bytes = JsonFeed.print(galley, JSON);
      Proofreader.readJson(bytes, galley.entries().size());
      return new FeedDocument(JSON, JSON_TYPE, bytes);
    } catch (RuntimeException fault) {
      throw bad(JSON, fault);
    }
  }

  private static FeedDocument printList(Galley galley) {
    try {
      byte[] bytes = OpmlList.print(galley, List.of(ATOM, RSS, JSON));
      Proofreader.readXml(bytes, "outline", 3);
      return new FeedDocument(OPML, OPML_TYPE, bytes);
    } catch (XMLStreamException | RuntimeException fault) {
      throw bad(OPML, fault);
    }
  }

  private static BadFeed bad(String path, Exception fault) {
    return new BadFeed(
        "The feed \"%s\" can't be made: %s. The last good one stays."
            .formatted(path, fault.getMessage()),
        fault);
  }

  /** One format's way of setting a galley. */
  private interface Plate {
    byte[] print(Galley galley, String path) throws FeedException;
  }
}
