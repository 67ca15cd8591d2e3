package org.postrider.feed;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.postrider.feed.FeedShelf.Front;
import org.postrider.feed.FeedShelf.Headline;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads a JSON Feed of our own back. */
final class FrontPage {

  private FrontPage() {}

  static Front read(byte[] json) {
    try {
      return front(JsonFeed.JSON.readTree(json));
    } catch (JacksonException | IllegalArgumentException | DateTimeException fault) {
      throw new BadFeed(
          "The JSON Feed kept in the database can't be read back: %s. Publish once to make it anew."
              .formatted(fault.getMessage()),
          fault);
    }
  }

  private static Front front(JsonNode feed) {
    List<Headline> headlines = new ArrayList<>();
    feed.path("items").forEach(item -> headlines.add(headline(item)));
    return new Front(
        text(feed, "title"),
        text(feed, "description"),
        URI.create(text(feed, "home_page_url")),
        text(feed, "language"),
        List.copyOf(headlines));
  }

  private static Headline headline(JsonNode item) {
    String summary = text(item, "summary");
    return new Headline(
        text(item, "title"),
        URI.create(text(item, "url")),
        Instant.parse(text(item, "date_published")),
        text(item, "language"),
        summary.isEmpty() ? text(item, "content_text") : summary);
  }

  private static String text(JsonNode object, String key) {
    return object.path(key).asString("");
  }
}
