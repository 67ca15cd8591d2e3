package org.postrider.outbox;

import org.postrider.letter.Edition;
import org.postrider.post.Sha256;

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
    return Sha256.of(letter);
  }
}
