package org.postrider.config;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a mail server, such as {@code smtp://user@mail.example:587}, without its password.
 *
 * @param host empty: none
 */
record RelayText(boolean implicitTls, String host, int port, String user) {

  private static final String REMEDY =
      "write it such as smtp://user@mail.example:587 or smtps://user@mail.example:465";
  private static final Pattern SHAPE =
      Pattern.compile(
          "(smtps?)://(?:(.*)@)?(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(?::([0-9]{1,5}))?/?");
  private static final int SUBMISSION = 587;
  private static final int SUBMISSION_OVER_TLS = 465;

  static RelayText read(String text) throws BadValue {
    if (text.isBlank()) {
      return new RelayText(false, "", SUBMISSION, "");
    }
    Matcher shape = SHAPE.matcher(text.strip());
    if (!shape.matches()) {
      throw new BadValue("is not the address of a mail server", REMEDY);
    }
    String user = shape.group(2) == null ? "" : shape.group(2);
    if (user.indexOf(':') >= 0) {
      throw new BadValue(
          "holds a password",
          "take it out and name a file that holds it in mail.smtp-password-file");
    }
    boolean implicitTls = shape.group(1).equals("smtps");
    int standardPort = implicitTls ? SUBMISSION_OVER_TLS : SUBMISSION;
    int port = shape.group(4) == null ? standardPort : Integer.parseInt(shape.group(4));
    if (port < 1 || port > 65_535) {
      throw new BadValue("has a port that is not between 1 and 65535", REMEDY);
    }
    return new RelayText(implicitTls, host(shape.group(3)), port, decode(user));
  }

  private static String host(String written) {
    return written.startsWith("[") ? written.substring(1, written.length() - 1) : written;
  }

  private static String decode(String user) throws BadValue {
    String decoded;
    try {
      // In a URL's user a plus sign is a plus sign, unlike in a form.
      decoded = URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new BadValue(
          "has a \"%\" in its user that encodes nothing", "write %25 for a plain \"%\"");
    }
    if (decoded.chars().anyMatch(Character::isISOControl)) {
      throw new BadValue("has a control character in its user", REMEDY);
    }
    return decoded;
  }
}
