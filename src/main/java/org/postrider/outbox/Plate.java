package org.postrider.outbox;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.postrider.letter.Edition;

/**
 * What the ledger keeps of an edition, to print its letters from.
 *
 * @param letter as {@link Edition#stored} wrote it; not to be changed
 */
record Plate(Edition.Kind kind, String subject, byte[] letter) {

  static Plate of(Edition edition) {
    return new Plate(edition.kind(), edition.subject(), edition.stored());
  }

  /** Equal for equal letters only. */
  String fingerprint() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(letter));
    } catch (NoSuchAlgorithmException fault) {
      throw new IllegalStateException("Every Java has SHA-256.", fault);
    }
  }
}
