package org.postrider.template;

import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A filter that makes a text of a text; what it makes is still escaped in HTML. */
record TextFilter(UnaryOperator<String> change) implements Filter {

  /** RFC 3986 section 3.1: scheme = ALPHA *( ALPHA / DIGIT / "+" / "-" / "." ). */
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*");

  private static final List<String> HARMLESS = List.of("http", "https", "mailto");

  /** {@code value | url}: percent-encoded (RFC 3986 section 2), for one part of a URL. */
  static String encode(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean unreserved =
          c >= 'A' && c <= 'Z'
              || c >= 'a' && c <= 'z'
              || c >= '0' && c <= '9'
              || "-._~".indexOf(c) >= 0;
      if (unreserved) {
        encoded.append(c);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return encoded.toString();
  }

  /**
   * {@code address | link}: for an attribute that is followed, such as {@code href}. A relative
   * address, http, https and mailto stay; any other scheme, such as javascript, becomes {@code #}.
   */
  static String link(String text) {
    // Browsers drop tabs and line breaks inside an address and controls around it, and so would see
    // a scheme that we did not.
    String address = text.replaceAll("[\\p{Cntrl}]", "").strip();
    Matcher scheme = SCHEME.matcher(address);
    boolean harmless =
        !scheme.matches() || HARMLESS.contains(scheme.group(1).toLowerCase(Locale.ROOT));
    return harmless ? address : "#";
  }

  @Override
  public List<String> getArgumentNames() {
    return List.of();
  }

  @Override
  public Object apply(
      Object input,
      Map<String, Object> args,
      PebbleTemplate self,
      EvaluationContext context,
      int line) {
    return input == null ? "" : change.apply(input.toString());
  }
}
