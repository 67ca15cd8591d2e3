package org.postrider.outbox;

import java.time.InstantSource;
import org.postrider.courier.Courier;
import org.postrider.courier.Outcome;
import org.postrider.letter.Letter;
import org.postrider.store.StoreException;

/** Prints one claimed letter, hands it to the courier and says what to enter. */
final class Handover {

  private final Prints prints;
  private final Courier courier;
  private final RetryPlan plan;
  private final Rest rest;
  private final InstantSource clock;

  Handover(Prints prints, Courier courier, RetryPlan plan, Rest rest, InstantSource clock) {
    this.prints = prints;
    this.courier = courier;
    this.plan = plan;
    this.rest = rest;
    this.clock = clock;
  }

  /**
   * @throws StoreException when the edition could not be read; the letter has not left
   */
  Entry handOver(Claim claim) {
    Letter letter;
    try {
      letter = prints.of(claim.key().editionId()).apply(claim.addressee());
    } catch (StoreException fault) {
      throw fault;
    } catch (RuntimeException fault) {
      // A letter that can't be printed must not keep the others from leaving.
      return plan.unprintable(claim, "could not be printed: " + fault, clock.instant());
    }
    Outcome outcome = deliver(letter);
    if (outcome instanceof Outcome.Unavailable) {
      rest.begin(outcome.reply());
    } else if (!(outcome instanceof Outcome.Unknown)) {
      rest.end();
    }
    return plan.entry(claim, outcome, clock.instant());
  }

  private Outcome deliver(Letter letter) {
    try {
      return courier.deliver(letter);
    } catch (RuntimeException fault) {
      // Nobody knows how far it came.
      return new Outcome.Unknown("the courier broke: " + fault);
    }
  }
}
