package org.postrider.post.url;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Percent-encoding, so that {@link java.net.URI} and every feed reader accept the result. */
public final class UrlText {
  // pchar = unreserved / pct-encoded / sub-delims / ":" / "@"   (RFC 3986, section 3.3)
  private static final String PATH = "-._~!$&'()*+,;=:@/";
  private static final String WHOLE = PATH + "?#";

  private UrlText() {}

  /** {@code text} as part of a path: whatever has no place there is encoded, {@code %} too. */
  public static String encode(String text) {
    return encode(text, PATH, false);
  }

  /** A URL as an author wrote it, with what is illegal in it encoded and its escapes kept. */
  public static String repair(String url) {
    return encode(url, WHOLE, true);
  }

  /** Two parts of a URL with exactly one slash between them. */
  public static String join(String base, String path) {
    String left = base;
    while (left.endsWith("/")) {
      left = left.substring(0, left.length() - 1);
    }
    return path.startsWith("/") ? left + path : left + "/" + path;
  }

  private static String encode(String text, String allowed, boolean keepEscapes) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    boolean fragment = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      boolean secondHash = c == '#' && fragment;
      fragment |= c == '#';
      if (isAlphanumeric(c) || (allowed.indexOf(c) >= 0 && !secondHash)) {
        out.append((char) c);
      } else if (c == '%' && keepEscapes && isEscape(text, i)) {
        out.append('%');
      } else {
        escape(c, out);
      }
      i += Character.charCount(c);
    }
    return out.toString();
  }

  private static boolean isAlphanumeric(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static boolean isEscape(String text, int at) {
    return at + 2 < text.length()
        && Character.digit(text.charAt(at + 1), 16) >= 0
        && Character.digit(text.charAt(at + 2), 16) >= 0;
  }

  private static void escape(int codePoint, StringBuilder out) {
    byte[] bytes = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
    for (byte b : bytes) {
      out.append('%').append(String.format(Locale.ROOT, "%02X", b));
    }
  }
}
