package org.postrider.feed;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** The essay with this id, if the feed has it. */
  static Optional<FeedEntry> entry(byte[] json, String id) {
    try {
      for (JsonNode item : JsonFeed.JSON.readTree(json).path("items")) {
        if (text(item, "id").equals(id)) {
          return Optional.of(entry(item));
        }
      }
      return Optional.empty();
    } catch (JacksonException | IllegalArgumentException | DateTimeException fault) {
      throw new BadFeed("The JSON Feed can't be read back: " + fault.getMessage(), fault);
    }
  }

  /** The formats show categories and tags alike, so that all terms may come back as tags. */
  private static FeedEntry entry(JsonNode item) {
    Headline headline = headline(item);
    List<String> authors = new ArrayList<>();
    item.path("authors").forEach(author -> authors.add(text(author, "name")));
    List<String> tags = new ArrayList<>();
    item.path("tags").forEach(tag -> tags.add(tag.asString("")));
    return new FeedEntry(
        text(item, "id"),
        headline.title(),
        headline.url(),
        headline.published(),
        Instant.parse(text(item, "date_modified")),
        headline.language(),
        authors,
        List.of(),
        tags,
        headline.summary(),
        text(item, "content_html"));
  }

  private static String text(JsonNode object, String key) {
    return object.path(key).asString("");
  }
}
