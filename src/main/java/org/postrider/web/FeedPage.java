package org.postrider.web;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.postrider.feed.FeedShelf.Shelved;
import org.postrider.http.Conditions;
import org.postrider.http.Exchange;
import org.postrider.http.Page;
import org.postrider.http.Reply;

/** Serves one feed document: compressed where the client likes it so, and only when it is new. */
final class FeedPage implements Page {

  /** An hour, as the RSS feed's own {@code ttl} says. */
  private static final String KEEP = "public, max-age=3600";

  private static final String RETRY_SECONDS = "60";

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Function<String, Optional<Shelved>> shelf;

  /**
   * @param shelf gives the document at a path
   */
  FeedPage(Function<String, Optional<Shelved>> shelf) {
    this.shelf = shelf;
  }

  @Override
  public Reply answer(Exchange exchange) {
    return shelf
        .apply(exchange.path())
        .map(shelved -> answer(exchange, shelved))
        .orElseGet(FeedPage::notYet);
  }

  private static Reply answer(Exchange exchange, Shelved shelved) {
    Conditions conditions = Conditions.of(exchange.headers());
    boolean compressed = likesGzip(exchange);
    if (conditions.isKnown(shelved.etag(), shelved.changed())) {
      // What the client holds may be the other encoding; it must find its own ETag again.
      boolean held = compressed && !conditions.etags().contains(shelved.etag());
      // RFC 9110 section 8.6: A server MUST NOT send Content-Length in a 304 response unless its
      // field value equals the decimal number of octets that would have been sent in the content
      // of a 200 response.
      return common(Reply.empty(304), exchange, shelved, held)
          .with(HttpHeader.CONTENT_LENGTH, Integer.toString(body(shelved, held).length));
    }
    String type = shelved.document().contentType();
    Reply whole = Reply.of(200, type, body(shelved, compressed));
    Reply dressed = common(whole, exchange, shelved, compressed);
    return compressed ? dressed.with(HttpHeader.CONTENT_ENCODING, "gzip") : dressed;
  }

  private static byte[] body(Shelved shelved, boolean compressed) {
    return compressed ? shelved.gzip() : shelved.document().bytes();
  }

  private static boolean likesGzip(Exchange exchange) {
    List<String> liked = exchange.headers().getQualityCSV(HttpHeader.ACCEPT_ENCODING);
    return liked.stream().anyMatch(coding -> coding.equals("*") || isGzip(coding));
  }

  private static boolean isGzip(String coding) {
    // RFC 9110 section 8.4.1.3: A recipient SHOULD consider "x-gzip" to be equivalent to "gzip".
    String lower = coding.toLowerCase(Locale.ROOT);
    return lower.equals("gzip") || lower.equals("x-gzip");
  }

  /** What 200 and 304 have to say alike (RFC 9110 section 15.4.5). */
  private static Reply common(Reply reply, Exchange exchange, Shelved shelved, boolean compressed) {
    Reply dressed =
        reply
            .with(HttpHeader.ETAG, compressed ? shelved.gzipEtag() : shelved.etag())
            .with(HttpHeader.LAST_MODIFIED, HTTP_DATE.format(shelved.changed()))
            .with(HttpHeader.CACHE_CONTROL, KEEP)
            .with(HttpHeader.VARY, "Accept-Encoding");
    // Pages of other sites may read it by script: it holds nothing that is not public.
    return exchange.path().endsWith(".json")
        ? dressed.with("Access-Control-Allow-Origin", "*")
        : dressed;
  }

  private static Reply notYet() {
    return Reply.text(503, "This feed is being prepared. Please try again in a minute.\n")
        .with(HttpHeader.RETRY_AFTER, RETRY_SECONDS)
        .with(HttpHeader.CACHE_CONTROL, "no-store");
  }
}
