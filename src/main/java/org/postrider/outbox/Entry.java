package org.postrider.outbox;

import java.time.Instant;
import java.util.Optional;

/**
 * What the ledger is to say of a claimed letter from now on.
 *
 * @param nextAttempt when it is due again, if it is to be
 * @param firstAttempt when it may have reached a mail server first; empty: it has not, and the next
 *     claim gives it a new date
 */
record Entry(
    Claim claim,
    LetterState state,
    int attempts,
    Instant nextAttempt,
    Optional<Instant> firstAttempt,
    String reply) {

  /** The letter was claimed and not begun: all is as before. */
  static Entry notBegun(Claim claim, Instant now) {
    return new Entry(claim, LetterState.WAITING, claim.attempts(), now, claim.firstAttempt(), "");
  }

  boolean goesAgain() {
    return state == LetterState.WAITING || state == LetterState.DEFERRED;
  }
}
