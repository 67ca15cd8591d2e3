package org.postrider.letter;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Base64 of MIME (RFC 2045 section 6.8) with a known place for every group of three bytes. */
final class Base64Text {

  // "The encoded output stream must be represented in lines of no more than 76 characters each."
  private static final int GROUPS_IN_LINE = 19;
  private static final int LINE = GROUPS_IN_LINE * 4 + 2;

  private Base64Text() {}

  static byte[] encode(byte[] plain) {
    byte[] encoded = Base64.getMimeEncoder().encode(plain);
    byte[] ended = new byte[encoded.length + 2];
    System.arraycopy(encoded, 0, ended, 0, encoded.length);
    System.arraycopy("\r\n".getBytes(StandardCharsets.US_ASCII), 0, ended, encoded.length, 2);
    return ended;
  }

  /** Where the encoded form of the {@code group}th three bytes begins. */
  static int position(int group) {
    return group / GROUPS_IN_LINE * LINE + group % GROUPS_IN_LINE * 4;
  }
}
