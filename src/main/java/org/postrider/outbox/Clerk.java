package org.postrider.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.postrider.store.Database;

/** Claims letters from the ledger, a few at a time, and hears of those that are called back. */
final class Clerk {

  /**
   * Claimed and not begun at most, for all connections together: a crash leaves few letters to look
   * after, and a recall finds most of them still in the ledger.
   */
  static final int MOST_UNBEGUN = 50;

  private static final Duration RECALL_INTERVAL = Duration.ofSeconds(1);

  private final Database database;
  private final Ledger ledger;
  private final Rest rest;
  private final InstantSource clock;
  private Instant lastRecall = Instant.MIN;

  Clerk(Database database, Ledger ledger, Rest rest, InstantSource clock) {
    this.database = database;
    this.ledger = ledger;
    this.rest = rest;
    this.clock = clock;
  }

  /** Puts back what a holder of the sender's lock that died has left in flight. */
  int reclaim() {
    return database.inTransaction(handle -> ledger.reclaim(handle, clock.instant()));
  }

  boolean hasDue() {
    return !rest.isOn() && database.read(handle -> Ledger.hasDue(handle, clock.instant()));
  }

  /**
   * Claims some of what is due, as far as the tray has room. While the mail server is in trouble
   * one letter at a time tries it.
   */
  List<Claim> claim(Tray tray) {
    int most = rest.isTroubled() ? 1 - tray.letters() : MOST_UNBEGUN - tray.unbegun();
    if (most <= 0 || !hasDue()) {
      return List.of();
    }
    return database.inTransaction(handle -> ledger.claim(handle, most, clock.instant()));
  }

  boolean isResting() {
    return rest.isOn();
  }

  /** Which letters must not begin any more; asks the database once a second at most. */
  Set<Claim.Key> recalled() {
    Instant now = clock.instant();
    if (now.isBefore(lastRecall.plus(RECALL_INTERVAL)) && !now.isBefore(lastRecall)) {
      return Set.of();
    }
    lastRecall = now;
    return database.read(ledger::recalled);
  }
}
