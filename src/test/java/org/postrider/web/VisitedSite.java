package org.postrider.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.postrider.config.ListenAddress;
import org.postrider.feed.FeedDocument;
import org.postrider.feed.FeedShelf.Front;
import org.postrider.feed.FeedShelf.Headline;
import org.postrider.feed.FeedShelf.Shelved;
import org.postrider.http.HttpListener;
import org.postrider.http.Wire;
import org.postrider.letter.EditionPress;
import org.postrider.membership.Membership.Standing;
import org.postrider.template.Templates;

/** The public site on a real socket, in front of a shelf and a guest book that tests can read. */
final class VisitedSite implements AutoCloseable {

  static final Instant CHANGED = Instant.parse("2026-11-20T08:30:15Z");
  static final String ETAG = "\"0a1b2c\"";
  static final String GZIP_ETAG = "\"0a1b2c-gz\"";
  static final String FEED = "<feed>\u6587\u7ae0</feed>\n".repeat(20);

  final Map<String, Shelved> shelf = new HashMap<>();
  final Map<String, Standing> holders = new HashMap<>();
  final List<String> joined = new ArrayList<>();
  final List<String> acts = new ArrayList<>();
  Instant now = Instant.parse("2026-11-23T12:00:00Z");

  private Optional<Front> front = Optional.of(front("en", "zh-CN"));
  private final HttpListener listener;

  VisitedSite() {
    for (String path : List.of("/feed.xml", "/atom.xml", "/rss.xml", "/feed.json", "/feeds.opml")) {
      shelf.put(path, shelved(path, FEED));
    }
    var blog =
        new EditionPress.Blog(
            "Notes & <Queries>",
            URI.create("https://blog.example/"),
            "en",
            "A. Writer",
            ZoneId.of("Asia/Shanghai"));
    var pages = new Pages(new Templates(Path.of("templates")), () -> blog);
    var home = new HomePage(pages, () -> front);
    var doors =
        new PublicSite.Doors(
            new FeedPage(path -> Optional.ofNullable(shelf.get(path))),
            new SubscribePage(
                pages,
                home,
                new Doorman(3, 10, () -> now),
                (address, wishes, source) -> joined.add(address + " " + wishes + " " + source)),
            new TokenPage(pages, "confirm", this::standing, token -> act(token, Standing.ACTIVE)),
            new TokenPage(
                pages, "unsubscribe", this::standing, token -> act(token, Standing.UNSUBSCRIBED)));
    listener =
        new HttpListener(
            "public",
            new ListenAddress("127.0.0.1", 0),
            new PublicSite(pages, home, doors).handler());
    listener.start();
  }

  private Standing standing(String token) {
    return holders.getOrDefault(token, Standing.NOT_FOUND);
  }

  private Standing act(String token, Standing next) {
    acts.add(token);
    Standing before = standing(token);
    if (before == Standing.NOT_FOUND || before == Standing.EXPIRED) {
      return before;
    }
    holders.put(token, next);
    return next;
  }

  /** The answer to a request without a body. */
  String ask(String method, String path, String... headers) {
    return Wire.say(
        listener.port(),
        method
            + " "
            + path
            + " HTTP/1.1\nHost: letters.blog.example\nConnection: close\n"
            + String.join("", List.of(headers).stream().map(header -> header + "\n").toList())
            + "\n");
  }

  /** The answer to a form or another body. */
  String post(String path, String type, String body, String... headers) {
    return Wire.say(
        listener.port(),
        "POST "
            + path
            + " HTTP/1.1\nHost: letters.blog.example\nConnection: close\n"
            + String.join("", List.of(headers).stream().map(header -> header + "\n").toList())
            + "Content-Type: "
            + type
            + "\nContent-Length: "
            + body.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8).length
            + "\n\n"
            + body);
  }

  /** What stands behind the headers of an answer, as UTF-8. */
  static String body(String answer) {
    String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
    return new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  void languages(String... tags) {
    front = tags.length == 0 ? Optional.empty() : Optional.of(front(tags));
  }

  private static Front front(String... languages) {
    var headlines =
        List.of(languages).stream()
            .map(
                language ->
                    new Headline(
                        "<On> " + language,
                        URI.create("https://blog.example/" + language + "/"),
                        Instant.parse("2026-11-19T20:00:00Z"),
                        language,
                        "What it is about"))
            .toList();
    return new Front(
        "Notes & <Queries>",
        "On things",
        URI.create("https://blog.example/"),
        languages[0],
        headlines);
  }

  static Shelved shelved(String path, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String type = path.endsWith("json") ? "application/feed+json" : "application/atom+xml";
    return new Shelved(
        new FeedDocument(path, type + "; charset=utf-8", bytes),
        gzip(bytes),
        ETAG,
        GZIP_ETAG,
        CHANGED);
  }

  private static byte[] gzip(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    return out.toByteArray();
  }

  @Override
  public void close() {
    listener.close();
  }
}
