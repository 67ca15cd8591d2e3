package org.postrider.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;

/**
 * One request as pages see it.
 *
 * @param method in upper case; pages for GET see {@code GET} for HEAD too
 * @param path decoded
 * @param parameters the named parts of the path
 * @param body all of it, within the listener's limit; not to be changed
 * @param client who asks, or for whom a proxy on this machine says that it asks
 */
public record Exchange(
    String method,
    String path,
    Map<String, String> parameters,
    HttpFields headers,
    byte[] body,
    InetAddress client) {

  private static final int FIELDS = 100;

  /** The named part of the path. */
  public String parameter(String name) {
    return parameters.get(name);
  }

  /** The first value of a header; empty when there is none. */
  public String header(HttpHeader name) {
    String value = headers.get(name);
    return value == null ? "" : value;
  }

  /** Whether the body is of {@code type}, whatever its parameters. */
  public boolean carries(String type) {
    return MimeTypes.getContentTypeWithoutCharset(header(HttpHeader.CONTENT_TYPE))
        .toLowerCase(Locale.ROOT)
        .equals(type);
  }

  /** Whether the client would rather have {@code type} than anything else. */
  public boolean prefers(String type) {
    List<String> accepted = headers.getQualityCSV(HttpHeader.ACCEPT);
    return !accepted.isEmpty() && accepted.get(0).toLowerCase(Locale.ROOT).startsWith(type);
  }

  /** The body as a form in UTF-8; without fields when it is no form. */
  public Fields form() {
    var fields = new Fields();
    if (!carries("application/x-www-form-urlencoded")) {
      return fields;
    }
    try {
      UrlEncoded.decodeUtf8To(new ByteArrayInputStream(body), fields, body.length, FIELDS);
      return fields;
    } catch (IOException | IllegalArgumentException | IllegalStateException cause) {
      throw new HttpException.RuntimeException(400, "The form can't be read", cause);
    }
  }

  /** The body as text in UTF-8. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
