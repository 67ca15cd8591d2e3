package org.postrider.letter;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Header lines (RFC 5322 section 2.2) in the making: CRLF line ends, folded at 78 characters where
 * a blank allows it. A CR, LF or other control character in a value becomes a blank, so no value
 * can begin another header.
 */
final class Headers {

  // "Each line of characters MUST be no more than 998 characters, and SHOULD be no more than 78".
  private static final int SHOULD = 78;
  private static final int MUST = 998;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]+");
  private static final Pattern ATOMS = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]*");
  private static final Pattern ASCII = Pattern.compile("[\\x20-\\x7E]*");

  private final StringBuilder lines = new StringBuilder();

  /** A header of tokens and addresses, which must be ASCII unless SMTPUTF8 is meant. */
  Headers add(String name, String value) {
    String clean = oneLine(value);
    if (name.length() + 2 + clean.length() <= SHOULD) {
      lines.append(name).append(": ").append(clean).append("\r\n");
    } else {
      fold(name + ":", List.of(clean.split(" ")));
    }
    return this;
  }

  /** A header around a URI; left out when the URI is longer than a line may be. */
  Headers addUri(String name, String uri) {
    String clean = oneLine(uri);
    return clean.length() + name.length() > MUST - 10 ? this : add(name, "<" + clean + ">");
  }

  /** A header of free text. */
  Headers addText(String name, String text) {
    String clean = oneLine(text);
    if (isPlain(clean)) {
      return add(name, clean);
    }
    fold(name + ":", EncodedWords.of(clean, name.length() + 2));
    return this;
  }

  /** A display name and something in angle brackets. */
  Headers addNamed(String name, String phrase, String bracketed) {
    String clean = oneLine(phrase);
    String end = "<" + oneLine(bracketed) + ">";
    if (clean.isEmpty()) {
      return add(name, end);
    }
    if (isPlain(clean)) {
      String quoted =
          ATOMS.matcher(clean).matches()
              ? clean
              : '"' + clean.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
      return add(name, quoted + " " + end);
    }
    String words = String.join(" ", EncodedWords.of(clean, name.length() + 2));
    fold(name + ":", List.of((words + " " + end).split(" ")));
    return this;
  }

  byte[] bytes() {
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** {@code text} with all white space and control characters collapsed to single blanks. */
  static String oneLine(String text) {
    String clean = CONTROL.matcher(text).replaceAll(" ");
    return BLANKS.matcher(clean).replaceAll(" ").strip();
  }

  /** {@code address} with its domain in A-labels, as mail servers know it. */
  static String withAsciiDomain(String address) {
    int at = address.lastIndexOf('@') + 1;
    try {
      return address.substring(0, at) + IDN.toASCII(address.substring(at), IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException e) {
      // Not a name that DNS could hold: the mail server's answer will say so better than we can.
      return address;
    }
  }

  private static boolean isPlain(String text) {
    return ASCII.matcher(text).matches()
        && !text.contains("=?")
        && List.of(text.split(" ")).stream().allMatch(word -> word.length() < SHOULD / 2);
  }

  private void fold(String start, List<String> words) {
    StringBuilder line = new StringBuilder(start);
    for (String word : words) {
      boolean tooLong = line.length() + 1 + word.length() > limit(line, word);
      // A line of the header's name alone confuses some readers, so the first word stays with it
      // unless it is far too long.
      if (tooLong && (line.length() > start.length() || word.length() > MUST - 60)) {
        lines.append(line).append("\r\n");
        line.setLength(0);
      }
      line.append(' ').append(word);
    }
    lines.append(line).append("\r\n");
  }

  private static int limit(StringBuilder line, String word) {
    return line.indexOf("=?") >= 0 || word.startsWith("=?") ? SHOULD - 2 : SHOULD;
  }
}
