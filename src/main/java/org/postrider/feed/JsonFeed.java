package org.postrider.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Feed 1.1 (jsonfeed.org/version/1.1). */
final class JsonFeed {

  static final JsonMapper JSON = JsonMapper.builder().build();

  private JsonFeed() {}

  static byte[] print(Galley galley, String path) {
    FeedChannel channel = galley.channel();
    ObjectNode feed = JSON.createObjectNode();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", channel.title());
    feed.put("home_page_url", channel.home().toASCIIString());
    feed.put("feed_url", galley.self(path));
    feed.put("description", channel.description());
    addAuthors(feed, List.of(galley.author()));
    addUnlessEmpty(feed, "language", channel.language());
    ArrayNode items = feed.putArray("items");
    galley.entries().forEach(entry -> fill(items.addObject(), entry));
    // By way of a string: a surrogate pair then always becomes one four-byte character.
    return JSON.writeValueAsString(feed).getBytes(StandardCharsets.UTF_8);
  }

  private static void fill(ObjectNode item, FeedEntry entry) {
    item.put("id", entry.id());
    item.put("url", entry.url().toASCIIString());
    item.put("title", entry.title());
    if (entry.html().isEmpty()) {
      // "content_html and content_text are each optional strings — but one or both must be
      // present."
      item.put("content_text", entry.summary());
    } else {
      addUnlessEmpty(item, "summary", entry.summary());
      item.put("content_html", entry.html());
    }
    item.put("date_published", seconds(entry.published()));
    item.put("date_modified", seconds(entry.updated()));
    addAuthors(item, entry.authors());
    List<String> terms = entry.terms();
    if (!terms.isEmpty()) {
      ArrayNode tags = item.putArray("tags");
      terms.forEach(tags::add);
    }
    addUnlessEmpty(item, "language", entry.language());
  }

  private static void addUnlessEmpty(ObjectNode object, String key, String value) {
    if (!value.isEmpty()) {
      object.put(key, value);
    }
  }

  private static void addAuthors(ObjectNode object, List<String> names) {
    if (!names.isEmpty()) {
      ArrayNode authors = object.putArray("authors");
      names.forEach(name -> authors.addObject().put("name", name));
    }
  }

  /** The XML formats know whole seconds only; all formats shall say the same. */
  private static String seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
