package org.postrider.http;

import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;

/** The headers that every answer carries unless a page says otherwise. */
final class Safeguards {

  private static final List<HttpField> HEADERS =
      List.of(
          new HttpField(
              "Content-Security-Policy",
              "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' https: data:;"
                  + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
          new HttpField("X-Content-Type-Options", "nosniff"),
          new HttpField("Referrer-Policy", "no-referrer"));

  private Safeguards() {}

  static void putInto(HttpFields.Mutable headers) {
    HEADERS.forEach(headers::put);
  }
}
