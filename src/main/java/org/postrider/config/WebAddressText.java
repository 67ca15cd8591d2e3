package org.postrider.config;

import java.net.URI;
import java.net.URISyntaxException;

/** The address that links begin with, such as {@code https://blog.example/essays}. */
final class WebAddressText {

  private static final String REMEDY = "write it such as https://blog.example";

  private WebAddressText() {}

  /** Without a trailing slash. */
  static URI read(String text) throws BadValue {
    URI address = parse(text.strip());
    String scheme = address.getScheme();
    if (scheme == null || !(scheme.equals("http") || scheme.equals("https"))) {
      throw new BadValue("does not begin with http:// or https://", REMEDY);
    }
    if (address.getHost() == null) {
      throw new BadValue("has no valid host name", REMEDY + ", other letters in punycode");
    }
    if (address.getRawUserInfo() != null) {
      throw new BadValue("holds a user name", "take out what stands before the \"@\"");
    }
    if (address.getRawQuery() != null || address.getRawFragment() != null) {
      throw new BadValue("has a \"?\" or \"#\" part", "take it out");
    }
    if (address.getPort() > 65_535) {
      throw new BadValue("has a port above 65535", REMEDY);
    }
    return address;
  }

  /** The same as a text, but empty for an empty one. */
  static String readOptional(String text) throws BadValue {
    return text.isBlank() ? "" : read(text).toString();
  }

  private static URI parse(String text) throws BadValue {
    try {
      return new URI(text.replaceAll("/+$", ""));
    } catch (URISyntaxException e) {
      throw new BadValue("is not a web address", REMEDY);
    }
  }
}
