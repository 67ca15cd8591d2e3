package org.postrider.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postrider.web.VisitedSite.ETAG;
import static org.postrider.web.VisitedSite.FEED;
import static org.postrider.web.VisitedSite.GZIP_ETAG;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedPageTest {

  private static final String NOT_MODIFIED = "HTTP/1.1 304 Not Modified\r\n";
  private static final String CHANGED = "Last-Modified: Fri, 20 Nov 2026 08:30:15 GMT\r\n";

  private VisitedSite site;

  @BeforeEach
  void open() {
    site = new VisitedSite();
  }

  @AfterEach
  void close() {
    site.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feed.xml", "/atom.xml", "/rss.xml", "/feed.json", "/feeds.opml"})
  void everyFeedComesWithAllThatReadersNeed(String path) {
    String answer = site.ask("GET", path);
    assertThat(answer)
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("ETag: " + ETAG + "\r\n")
        .contains(CHANGED)
        .contains("Cache-Control: public, max-age=3600\r\n")
        .contains("Vary: Accept-Encoding\r\n")
        .contains("Content-Length: " + FEED.getBytes(StandardCharsets.UTF_8).length + "\r\n")
        .doesNotContain("Content-Encoding")
        .doesNotContain("X-Robots-Tag");
    assertThat(VisitedSite.body(answer)).isEqualTo(FEED);
  }

  @Test
  void onlyTheJsonFeedIsOpenToScriptsOfOtherSites() {
    assertThat(site.ask("GET", "/feed.json")).contains("Access-Control-Allow-Origin: *\r\n");
    assertThat(site.ask("GET", "/feed.xml")).doesNotContain("Access-Control");
  }

  @Test
  void aHeadTellsTheSameWithoutTheBody() {
    String whole = site.ask("GET", "/rss.xml");
    String head = site.ask("HEAD", "/rss.xml");
    assertThat(withoutDate(head))
        .isEqualTo(withoutDate(whole.substring(0, whole.indexOf("\r\n\r\n") + 4)));
  }

  @Test
  void aFeedComesCompressedToWhomLikesItSo() throws IOException {
    String answer = site.ask("GET", "/atom.xml", "Accept-Encoding: gzip, deflate");
    assertThat(answer)
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("Content-Encoding: gzip\r\n")
        .contains("ETag: " + GZIP_ETAG + "\r\n")
        .contains("Vary: Accept-Encoding\r\n");
    byte[] body =
        answer.substring(answer.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.ISO_8859_1);
    assertThat(answer).contains("Content-Length: " + body.length + "\r\n");
    assertThat(new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes())
        .isEqualTo(FEED.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "gzip;q=0", "identity", "deflate, gzip;q=0.0"})
  void aFeedComesPlainToWhomDoesNotLikeGzip(String coding) {
    assertThat(site.ask("GET", "/atom.xml", "Accept-Encoding: " + coding))
        .startsWith("HTTP/1.1 200 OK\r\n")
        .doesNotContain("Content-Encoding");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"0a1b2c\"",
        "W/\"0a1b2c\"",
        "\"0a1b2c-gz\"",
        "\"0a1b2c-gzip\"",
        "W/\"0a1b2c-gzip\"",
        "\"0a1b2c;gzip\"",
        "\"0a1b2c--gzip\"",
        "\"other\", \"0a1b2c\"",
        "W/\"other\",W/\"0a1b2c\"",
        "*"
      })
  void whoHasItInAnyDressDoesNotGetItAgain(String etag) {
    for (String coding : new String[] {"gzip", "identity"}) {
      String answer =
          site.ask("GET", "/atom.xml", "If-None-Match: " + etag, "Accept-Encoding: " + coding);
      assertThat(answer)
          .startsWith(NOT_MODIFIED)
          .contains("ETag: \"0a1b2c")
          .contains("Cache-Control: public, max-age=3600\r\n")
          .contains("Vary: Accept-Encoding\r\n")
          .doesNotContain("\r\nContent-Type")
          .doesNotContain("Content-Length: 0\r\n")
          .endsWith("\r\n\r\n");
    }
  }

  @Test
  void aCacheFindsTheEtagAgainThatItAskedFor() {
    assertThat(site.ask("GET", "/atom.xml", "If-None-Match: " + ETAG, "Accept-Encoding: gzip"))
        .startsWith(NOT_MODIFIED)
        .contains("ETag: " + ETAG + "\r\n");
    assertThat(site.ask("GET", "/atom.xml", "If-None-Match: " + GZIP_ETAG, "Accept-Encoding: gzip"))
        .startsWith(NOT_MODIFIED)
        .contains("ETag: " + GZIP_ETAG + "\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"0a1b2\"", "\"0a1b2c3\"", "0a1b", "\"\"", "\"0A1B2C\"", "\"-gzip\""})
  void whoHasSomethingElseGetsIt(String etag) {
    assertThat(site.ask("GET", "/atom.xml", "If-None-Match: " + etag))
        .startsWith("HTTP/1.1 200 OK\r\n");
  }

  @Test
  void aDateDecidesOnlyWhereNoEtagIsGiven() {
    String same = "If-Modified-Since: Fri, 20 Nov 2026 08:30:15 GMT";
    String before = "If-Modified-Since: Fri, 20 Nov 2026 08:30:14 GMT";
    assertThat(site.ask("GET", "/atom.xml", same)).startsWith(NOT_MODIFIED).contains(CHANGED);
    assertThat(site.ask("GET", "/atom.xml", before)).startsWith("HTTP/1.1 200 ");
    assertThat(site.ask("GET", "/atom.xml", same, "If-None-Match: \"other\""))
        .startsWith("HTTP/1.1 200 ");
    assertThat(site.ask("GET", "/atom.xml", before, "If-None-Match: " + ETAG))
        .startsWith(NOT_MODIFIED);
    assertThat(site.ask("GET", "/atom.xml", "If-Modified-Since: yesterday"))
        .startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        User-Agent: newsboat/2.21.0 (Linux x86_64)
        Accept: */*
        Accept-Encoding: gzip, deflate
        A-IM: feed""",
        """
        User-Agent: feedparser/6.0.10 +https://feedparser.example/
        Accept: application/atom+xml,application/rdf+xml,application/rss+xml,application/x-netcdf,application/xml;q=0.9,text/xml;q=0.2,*/*;q=0.1
        Accept-Encoding: gzip, deflate
        A-Im: feed""",
        """
        User-Agent: Mozilla/5.0 (compatible; Miniflux/2.2.0; +https://miniflux.app)
        Accept: application/xml,application/atom+xml,application/rss+xml,application/rdf+xml,application/feed+json,text/html,*/*;q=0.9
        Accept-Encoding: br,gzip""",
        """
        User-Agent: FreshRSS/1.24.0 (Linux; https://freshrss.org)
        Accept: application/atom+xml, application/rss+xml, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, text/html;q=0.7, unknown/unknown;q=0.1, application/unknown;q=0.1, */*;q=0.1
        Accept-Encoding: gzip""",
        """
        User-Agent: NetNewsWire (RSS Reader; https://netnewswire.com/)
        Accept: */*
        Accept-Language: en-US,en;q=0.9
        Accept-Encoding: gzip, deflate, br""",
        """
        User-Agent: Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0
        Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8
        Accept-Encoding: gzip, deflate, br, zstd
        Sec-Fetch-Dest: document"""
      })
  void everyReaderGetsTheFeedOnceAndThen304(String headers) {
    String first = site.ask("GET", "/feed.xml", headers);
    assertThat(first)
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("Content-Type: application/atom+xml; charset=utf-8\r\n")
        .contains("Content-Encoding: gzip\r\n")
        .doesNotContain("IM:");
    String second =
        site.ask(
            "GET",
            "/feed.xml",
            headers,
            "If-None-Match: " + header(first, "ETag"),
            "If-Modified-Since: " + header(first, "Last-Modified"));
    assertThat(second).startsWith(NOT_MODIFIED).endsWith("\r\n\r\n");
  }

  @Test
  void beforeTheFirstFeedReadersAreAskedToComeBack() {
    site.shelf.clear();
    assertThat(site.ask("GET", "/feed.xml"))
        .startsWith("HTTP/1.1 503 ")
        .contains("Retry-After: 60\r\n")
        .contains("Cache-Control: no-store\r\n");
  }

  @Test
  void aFeedTakesNoPost() {
    assertThat(site.post("/feed.xml", "text/plain", "x"))
        .startsWith("HTTP/1.1 405 ")
        .contains("Allow: GET, HEAD\r\n");
  }

  private static String header(String answer, String name) {
    int start = answer.indexOf(name + ": ") + name.length() + 2;
    return answer.substring(start, answer.indexOf("\r\n", start));
  }

  private static String withoutDate(String head) {
    return head.replaceAll("Date: .*\r\n", "");
  }
}
