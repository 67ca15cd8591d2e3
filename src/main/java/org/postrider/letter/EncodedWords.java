package org.postrider.letter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Text in a header outside ASCII (RFC 2047): words of at most 75 characters, each decodable alone,
 * none ending inside a character or before a combining mark.
 */
final class EncodedWords {

  // "An 'encoded-word' may not be more than 75 characters long"; a line that holds one at most 76.
  private static final int WORD = 75;
  private static final String Q_OPEN = "=?utf-8?Q?";
  private static final String B_OPEN = "=?utf-8?B?";
  private static final String CLOSE = "?=";

  private EncodedWords() {}

  /**
   * The words for {@code text}.
   *
   * @param used characters that stand before the first word on its line
   */
  static List<String> of(String text, int used) {
    List<String> quoted = words(text, used, false);
    List<String> base64 = words(text, used, true);
    // Q stays half readable, so a tie goes to it.
    return length(quoted) <= length(base64) ? quoted : base64;
  }

  private static List<String> words(String text, int used, boolean base64) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int limit = WORD + 1 - used;
    for (String cluster : clusters(text)) {
      if (!word.isEmpty() && encoded(word + cluster, base64).length() > limit) {
        words.add(encoded(word.toString(), base64));
        word.setLength(0);
        limit = WORD;
      }
      word.append(cluster);
    }
    words.add(encoded(word.toString(), base64));
    return words;
  }

  private static String encoded(String text, boolean base64) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    if (base64) {
      return B_OPEN + Base64.getEncoder().encodeToString(utf8) + CLOSE;
    }
    StringBuilder word = new StringBuilder(Q_OPEN);
    for (byte b : utf8) {
      if (b == ' ') {
        word.append('_');
      } else if (isSafeInPhrase(b)) {
        word.append((char) b);
      } else {
        word.append(String.format(Locale.ROOT, "=%02X", b & 0xFF));
      }
    }
    return word.append(CLOSE).toString();
  }

  // Section 5 (3): in a phrase only "upper and lower case ASCII letters, decimal digits, "!", "*",
  // "+", "-", "/"" stand for themselves.
  private static boolean isSafeInPhrase(byte b) {
    return b >= 'a' && b <= 'z'
        || b >= 'A' && b <= 'Z'
        || b >= '0' && b <= '9'
        || "!*+-/".indexOf(b) >= 0;
  }

  /**
   * Characters with their combining marks; a joined emoji is one. A heap of marks longer than a
   * word can hold is cut all the same, between characters.
   */
  static List<String> clusters(String text) {
    List<String> clusters = new ArrayList<>();
    StringBuilder cluster = new StringBuilder();
    int before = 0;
    for (int c : text.codePoints().toArray()) {
      boolean joins = isMark(c) || c == 0x200D || before == 0x200D || isSkinTone(c);
      if (!cluster.isEmpty() && (!joins || cluster.length() > 10)) {
        clusters.add(cluster.toString());
        cluster.setLength(0);
      }
      cluster.appendCodePoint(c);
      before = c;
    }
    if (!cluster.isEmpty()) {
      clusters.add(cluster.toString());
    }
    return clusters;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isSkinTone(int c) {
    return c >= 0x1F3FB && c <= 0x1F3FF;
  }

  private static int length(List<String> words) {
    return words.stream().mapToInt(String::length).sum();
  }
}
