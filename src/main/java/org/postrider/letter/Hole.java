package org.postrider.letter;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.postrider.token.Purpose;
import org.postrider.token.Tokens;

/**
 * A place in an encoded body where a token goes.
 *
 * @param part where the encoded part begins in the body; used in base64 only
 * @param at in quoted-printable: where the hole begins in the body; in base64: where it begins in
 *     the part before encoding
 */
record Hole(Purpose purpose, int part, int at, boolean base64) {

  private static final int GROUP = 3;

  /** Writes {@code token} into {@code letter}, whose body begins at {@code bodyStart}. */
  void fill(byte[] letter, int bodyStart, byte[] token) {
    if (token.length != Tokens.LENGTH) {
      throw new IllegalArgumentException("a token of " + token.length + " characters fits no hole");
    }
    if (base64) {
      fillGroups(letter, bodyStart + part, token);
    } else {
      System.arraycopy(token, 0, letter, bodyStart + at, token.length);
    }
  }

  /** Three bytes before encoding are four after it, so only the groups that the hole touches. */
  private void fillGroups(byte[] letter, int partStart, byte[] token) {
    int end = at + token.length;
    for (int group = at / GROUP; group * GROUP < end; group++) {
      int encodedAt = partStart + Base64Text.position(group);
      String text = new String(letter, encodedAt, 4, StandardCharsets.US_ASCII);
      byte[] plain = Base64.getDecoder().decode(text);
      for (int i = 0; i < plain.length; i++) {
        int from = group * GROUP + i - at;
        if (from >= 0 && from < token.length) {
          plain[i] = token[from];
        }
      }
      byte[] encoded = Base64.getEncoder().encode(plain);
      System.arraycopy(encoded, 0, letter, encodedAt, encoded.length);
    }
  }
}
