package org.postrider.http;

import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * What a page answers.
 *
 * @param headers besides those that every answer carries, and in place of them
 * @param body not to be changed
 */
public record Reply(int status, HttpFields headers, byte[] body) {

  private static final byte[] NOTHING = {};

  /** A page in HTML. */
  public static Reply html(int status, String page) {
    return of(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
  }

  /** Plain text. */
  public static Reply text(int status, String text) {
    return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  /** A JSON text (RFC 8259). */
  public static Reply json(int status, String json) {
    return of(status, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  /** Bytes of any type. */
  public static Reply of(int status, String contentType, byte[] body) {
    return new Reply(
        status, HttpFields.build().put(HttpHeader.CONTENT_TYPE, contentType).asImmutable(), body);
  }

  /** An answer without a body. */
  public static Reply empty(int status) {
    return new Reply(status, HttpFields.EMPTY, NOTHING);
  }

  /** The same with a header in place of any other of its name. */
  public Reply with(HttpHeader header, String value) {
    return with(header.asString(), value);
  }

  /** The same with a header in place of any other of its name. */
  public Reply with(String header, String value) {
    return new Reply(status, HttpFields.build(headers).put(header, value).asImmutable(), body);
  }

  /** The same, to be kept by nobody: neither caches nor search engines. */
  public Reply unkept() {
    return with(HttpHeader.CACHE_CONTROL, "no-store").with("X-Robots-Tag", "noindex, nofollow");
  }
}
