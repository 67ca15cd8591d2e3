package org.postrider.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a listener waits, such as {@code 127.0.0.1:8080} or {@code [::1]:8080}. */
final class ListenText {

  private static final Pattern SHAPE =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([A-Za-z0-9.-]+)):([0-9]{1,5})");

  private ListenText() {}

  static ListenAddress read(String text) throws BadValue {
    Matcher shape = SHAPE.matcher(text.strip());
    if (!shape.matches()) {
      throw new BadValue(
          "is not an address to listen on",
          "write host and port, such as 127.0.0.1:8080 or [::1]:8080");
    }
    int port = Integer.parseInt(shape.group(3));
    if (port > 65_535) {
      throw new BadValue("has a port above 65535", "write one from 1 to 65535, or 0 for any");
    }
    return new ListenAddress(shape.group(1) == null ? shape.group(2) : shape.group(1), port);
  }
}
