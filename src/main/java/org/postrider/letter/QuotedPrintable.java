package org.postrider.letter;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Quoted-printable (RFC 2045 section 6.7) of UTF-8 text with LF line ends. No soft line break falls
 * inside a character or a hole.
 */
final class QuotedPrintable {

  private static final int LINE = 76;
  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Integer> holes = new ArrayList<>();
  private int column;

  private QuotedPrintable() {}

  /**
   * @param marks the texts that stand for holes: they are kept whole, and their places noted
   */
  static QuotedPrintable encode(String text, List<String> marks) {
    QuotedPrintable encoding = new QuotedPrintable();
    int at = 0;
    while (at < text.length()) {
      at += encoding.step(text, at, marks);
    }
    return encoding;
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  /** Where each hole begins in {@link #bytes}, in order. */
  List<Integer> holes() {
    return holes;
  }

  /** Encodes what stands at {@code at}; returns its length. */
  private int step(String text, int at, List<String> marks) {
    char c = text.charAt(at);
    if (c == '\n') {
      out.write('\r');
      out.write('\n');
      column = 0;
      return 1;
    }
    for (String mark : marks) {
      if (text.startsWith(mark, at)) {
        room(mark.length(), endsLine(text, at + mark.length()));
        holes.add(out.size());
        put(mark.getBytes(StandardCharsets.US_ASCII));
        return mark.length();
      }
    }
    int length = Character.charCount(text.codePointAt(at));
    boolean endsLine = endsLine(text, at + length);
    byte[] utf8 = text.substring(at, at + length).getBytes(StandardCharsets.UTF_8);
    if (standsForItself(c) && !(endsLine && (c == ' ' || c == '\t')) && !isRisky(text, at)) {
      room(1, endsLine);
      put(utf8);
    } else {
      room(3 * utf8.length, endsLine);
      for (byte b : utf8) {
        put(new byte[] {'=', HEX[b >> 4 & 15], HEX[b & 15]});
      }
    }
    return length;
  }

  private static boolean endsLine(String text, int at) {
    return at >= text.length() || text.charAt(at) == '\n';
  }

  private static boolean standsForItself(char c) {
    return c == '\t' || c >= ' ' && c <= '~' && c != '=';
  }

  /** A dot that starts a line is doubled on its way, "From " gets a {@code >} in some mailboxes. */
  private boolean isRisky(String text, int at) {
    boolean startsLine = column == 0 || column + 2 > LINE;
    return startsLine && (text.charAt(at) == '.' || text.startsWith("From ", at));
  }

  /** Breaks the line softly when {@code length} more, and a possible {@code =}, don't fit. */
  private void room(int length, boolean endsLine) {
    if (column + length + (endsLine ? 0 : 1) > LINE) {
      out.write('=');
      out.write('\r');
      out.write('\n');
      column = 0;
    }
  }

  private void put(byte[] bytes) {
    out.writeBytes(bytes);
    column += bytes.length;
  }
}
