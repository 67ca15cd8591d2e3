package org.postrider.config;

import java.net.IDN;
import java.util.regex.Pattern;
import org.postrider.config.MailSettings.Sender;

/** Addresses such as {@code My essays <letters@blog.example>}, or without a name. */
final class SenderText {

  private static final String REMEDY =
      "write an address such as letters@blog.example or My essays <letters@blog.example>";

  /** RFC 5322 section 3.2.3: the letters of a dot-atom. */
  private static final Pattern LOCAL =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

  /** RFC 1035 section 2.3.1: labels of at most 63 letters, digits and inner hyphens. */
  private static final Pattern DOMAIN =
      Pattern.compile(
          "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.(?=[A-Za-z0-9])[A-Za-z0-9-]{0,62}[A-Za-z0-9])*");

  private SenderText() {}

  static Sender read(String text) throws BadValue {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new BadValue("holds a line break or control character", "write it on one line");
    }
    String stripped = text.strip();
    int open = stripped.indexOf('<');
    if (open < 0) {
      return new Sender("", address(stripped));
    }
    if (!stripped.endsWith(">")) {
      throw new BadValue("has no \">\" after its address", REMEDY);
    }
    String name = stripped.substring(0, open).strip();
    if (name.length() >= 2 && name.startsWith("\"") && name.endsWith("\"")) {
      name = name.substring(1, name.length() - 1).strip();
    }
    return new Sender(name, address(stripped.substring(open + 1, stripped.length() - 1).strip()));
  }

  /** The same, but an empty text is a sender without an address. */
  static Sender readOptional(String text) throws BadValue {
    return text.isBlank() ? new Sender("", "") : read(text);
  }

  private static String address(String text) throws BadValue {
    int at = text.indexOf('@');
    if (at < 0 || at != text.lastIndexOf('@')) {
      throw new BadValue("is not an address (it needs one \"@\")", REMEDY);
    }
    String local = text.substring(0, at);
    String domain = asciiDomain(text.substring(at + 1));
    // RFC 5321 section 4.5.3.1.1: "The maximum total length of a user name or other local-part is
    // 64 octets."
    if (local.length() > 64 || !LOCAL.matcher(local).matches()) {
      throw new BadValue("is not an address (see what stands before the \"@\")", REMEDY);
    }
    if (domain.length() > 253 || !DOMAIN.matcher(domain).matches()) {
      throw new BadValue("is not an address (see what stands after the \"@\")", REMEDY);
    }
    return local + "@" + domain;
  }

  private static String asciiDomain(String domain) throws BadValue {
    try {
      return IDN.toASCII(domain);
    } catch (IllegalArgumentException e) {
      throw new BadValue("is not an address (see what stands after the \"@\")", REMEDY);
    }
  }
}
