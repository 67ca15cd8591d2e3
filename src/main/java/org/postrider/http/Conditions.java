package org.postrider.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * On what conditions a client wants a document again (RFC 9110 section 13).
 *
 * @param etags from If-None-Match, as they came; empty when there was none
 * @param since from If-Modified-Since, when it was there and a date
 */
public record Conditions(List<String> etags, Optional<Instant> since) {

  /** What caches and proxies add to an ETag when they compress: W/, and an ending. */
  private static final Pattern DRESS =
      Pattern.compile("^W/|\"|(?:-gzip|-gz|--gzip|;gzip)+(?=\"?$)");

  /** The conditions of a request. */
  public static Conditions of(HttpFields headers) {
    return new Conditions(
        headers.getValuesList(HttpHeader.IF_NONE_MATCH).stream()
            .flatMap(value -> Stream.of(value.split(",")))
            .map(String::strip)
            .toList(),
        since(headers));
  }

  private static Optional<Instant> since(HttpFields headers) {
    try {
      long since = headers.getDateField(HttpHeader.IF_MODIFIED_SINCE);
      return since < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(since));
    } catch (IllegalArgumentException notADate) {
      // RFC 9110 section 13.1.3: A recipient MUST ignore the If-Modified-Since header field if the
      // received field value is not a valid HTTP-date.
      return Optional.empty();
    }
  }

  /**
   * Whether the client has the document already.
   *
   * @param etag of any of its encodings: they share their core
   * @param changed in whole seconds
   */
  public boolean isKnown(String etag, Instant changed) {
    // RFC 9110 section 13.1.3: A recipient MUST ignore If-Modified-Since if the request contains
    // an If-None-Match header field.
    if (!etags.isEmpty()) {
      return etags.stream().anyMatch(known -> known.equals("*") || bare(known).equals(bare(etag)));
    }
    return since.isPresent() && !changed.isAfter(since.get());
  }

  private static String bare(String etag) {
    return DRESS.matcher(etag).replaceAll("");
  }
}
