package org.postrider.subscriber;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A reader's mail address, checked and normalised: NFC, no white space round it, the domain in
 * lower-case A-labels, at most 64 octets before the {@code @} and 254 in all (RFC 5321 section
 * 4.5.3.1). Two addresses are the same reader when their {@link #key} is equal. Quoted local parts,
 * address literals and domains without a dot are refused, though mail could carry them: in a form
 * they are mistakes or attacks.
 */
public record EmailAddress(String text) {

  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL_PART = 64;

  private static final Pattern ROUND_IT =
      Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+|[\\s\\p{Z}\\p{Cf}]+$");

  // RFC 5322 section 3.2.3: "dot-atom-text = 1*atext *("." 1*atext)", and RFC 6531 section 3.3 adds
  // UTF8-non-ascii to atext; of that, what nobody can see or tell apart is left out.
  private static final String ATEXT =
      "(?:[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]|[^\\x00-\\x7F\\p{C}\\p{Z}\\uFFFD])++";
  private static final Pattern LOCAL_PART = Pattern.compile(ATEXT + "(?:\\." + ATEXT + ")*+");

  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
  private static final Pattern DOMAIN = Pattern.compile("(?:" + LABEL + "\\.)+(?!\\d+$)" + LABEL);

  /** IDNA 2003, which the JDK speaks, maps these to other domains than IDNA 2008 does. */
  private static final Pattern DEVIATING = Pattern.compile("[ßẞς\\u200C\\u200D]");

  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\s\\p{Z}<>\",;:\\\\()\\[\\]]");

  /**
   * For an address that {@link #parse} has let through before.
   *
   * @throws IllegalArgumentException for what would be unsafe in a header line
   */
  public EmailAddress {
    int at = text.indexOf('@');
    if (at < 1 || at != text.lastIndexOf('@') || UNSAFE.matcher(text).find()) {
      throw new IllegalArgumentException("\"" + text + "\" is not a mail address");
    }
  }

  /** The address in {@code text}; empty when it is none. */
  public static Optional<EmailAddress> parse(String text) {
    if (text.length() > 4 * LONGEST) {
      return Optional.empty();
    }
    String trimmed = ROUND_IT.matcher(text).replaceAll("");
    String address = Normalizer.normalize(trimmed, Normalizer.Form.NFC);
    int at = address.indexOf('@');
    if (at < 1 || at != address.lastIndexOf('@')) {
      return Optional.empty();
    }
    String local = address.substring(0, at);
    if (octets(local) > LONGEST_LOCAL_PART || !LOCAL_PART.matcher(local).matches()) {
      return Optional.empty();
    }
    return asciiDomain(address.substring(at + 1))
        .map(domain -> local + "@" + domain)
        .filter(whole -> octets(whole) <= LONGEST)
        .map(EmailAddress::new);
  }

  private static Optional<String> asciiDomain(String domain) {
    if (DEVIATING.matcher(domain).find()) {
      return Optional.empty();
    }
    String ascii;
    try {
      ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException noDomain) {
      return Optional.empty();
    }
    // A dot at the end only says that the name is absolute (RFC 1034 section 3.1).
    String relative = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
    return Optional.of(relative).filter(name -> DOMAIN.matcher(name).matches());
  }

  private static int octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The whole address in lower case, by which readers are told apart. */
  public String key() {
    return text.toLowerCase(Locale.ROOT);
  }

  /** What stands behind the {@code @}. */
  public String domain() {
    return text.substring(text.lastIndexOf('@') + 1);
  }

  @Override
  public String toString() {
    return text;
  }
}
