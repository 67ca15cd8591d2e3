package org.postrider.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.postrider.monitor.Health;
import org.postrider.store.Database;
import org.postrider.store.StoreException;

/**
 * Enters outcomes in the ledger. Who comes while another writes waits, and what has gathered by
 * then is written in one transaction; each returns when his own is durable. Safe for several
 * threads.
 *
 * <p>An entry is not lost while the process lives: one that could not be written stays here, and
 * the next call writes it first.
 */
final class Recorder {

  /** As health names the ledger. */
  static final String PART = "outbox";

  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
  private static final int TRIES = 8;

  private final Database database;
  private final Ledger ledger;
  private final InstantSource clock;
  private final Health health;
  private final LetterLog log = new LetterLog();

  private Batch gathering = new Batch();
  private boolean writing;

  Recorder(Database database, Ledger ledger, InstantSource clock, Health health) {
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
    this.health = health;
  }

  /**
   * Returns when {@code entries}, and all that were left over, are durable.
   *
   * @throws StoreException when the database could not be written for some ten seconds
   */
  void record(List<Entry> entries) {
    Batch batch = add(entries);
    if (isMineToWrite(batch)) {
      write(batch);
    }
    if (batch.fault.isPresent()) {
      throw new StoreException(batch.fault.get().getMessage(), batch.fault.get());
    }
  }

  /** As {@link #record}, for letters that were claimed and not begun. */
  void layBack(List<Claim> claims) {
    if (!claims.isEmpty()) {
      Instant now = clock.instant();
      record(claims.stream().map(claim -> Entry.notBegun(claim, now)).toList());
    }
  }

  private synchronized Batch add(List<Entry> entries) {
    gathering.entries.addAll(entries);
    return gathering;
  }

  private synchronized boolean isMineToWrite(Batch batch) {
    boolean interrupted = false;
    while (writing && !batch.over) {
      try {
        wait();
      } catch (InterruptedException interrupt) {
        // What has happened must be entered all the same.
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (batch.over) {
      return false;
    }
    writing = true;
    gathering = new Batch();
    return true;
  }

  private void write(Batch batch) {
    Optional<RuntimeException> fault = Optional.empty();
    try {
      commit(batch.entries);
    } catch (RuntimeException thrown) {
      fault = Optional.of(thrown);
    }
    finish(batch, fault);
    if (fault.isEmpty()) {
      batch.entries.forEach(log::write);
    }
  }

  /** Tries for a while: until it is written no letter is begun. */
  private void commit(List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    Duration wait = FIRST_WAIT;
    for (int tries = 1; ; tries++) {
      try {
        database.useTransaction(handle -> ledger.enter(handle, entries, clock.instant()));
        health.works(PART);
        return;
      } catch (StoreException fault) {
        health.fails(PART, "What became of letters can't be recorded: " + fault.getMessage());
        if (tries == TRIES) {
          throw fault;
        }
      }
      LockSupport.parkNanos(wait.toNanos());
      wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
    }
  }

  private synchronized void finish(Batch batch, Optional<RuntimeException> fault) {
    if (fault.isPresent()) {
      gathering.entries.addAll(0, batch.entries);
    }
    batch.fault = fault;
    batch.over = true;
    writing = false;
    notifyAll();
  }

  /** What is written together. */
  private static final class Batch {
    private final List<Entry> entries = new ArrayList<>();
    private Optional<RuntimeException> fault = Optional.empty();
    private boolean over;
  }
}
