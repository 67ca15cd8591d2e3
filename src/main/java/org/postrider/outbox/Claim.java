package org.postrider.outbox;

import java.time.Instant;
import java.util.Optional;
import org.postrider.letter.Addressee;
import org.postrider.subscriber.EmailAddress;

/**
 * A letter this process has claimed: nobody else sends it until its outcome is entered.
 *
 * @param attempts made before this one
 * @param firstAttempt when it may have reached a mail server first, if it ever did
 * @param date of the letter, the same for every attempt that may arrive
 */
record Claim(Key key, String address, int attempts, Optional<Instant> firstAttempt, Instant date) {

  /** What the ledger knows the letter by. */
  record Key(String editionId, long readerId, String occasion) {

    /** As logs name it. */
    @Override
    public String toString() {
      String letter = editionId + "-" + readerId;
      return occasion.isEmpty() ? letter : letter + "-" + occasion;
    }
  }

  /**
   * @throws IllegalArgumentException when what the ledger holds is no address
   */
  Addressee addressee() {
    return new Addressee(key.readerId(), new EmailAddress(address), key.occasion(), date);
  }
}
