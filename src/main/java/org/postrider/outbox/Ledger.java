package org.postrider.outbox;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.postrider.store.Facts;

/**
 * The ledger as the {@link Dispatcher} uses it. Only who holds the sender's lock may call {@link
 * #reclaim}, {@link #claim} and {@link #enter}.
 */
final class Ledger {

  /** The fact that no letter may leave. */
  static final String PAUSED = "outbox.paused";

  // Steps from one edition with letters to send to the next, so that neither the letters that left
  // nor the number waiting in a held edition make the question dearer.
  static final String DUE_EDITIONS =
      """
      WITH RECURSIVE pending (id) AS (
        SELECT MIN(edition_id) FROM ledger WHERE state IN ('WAITING', 'DEFERRED')
        UNION ALL
        SELECT (SELECT MIN(edition_id) FROM ledger
                WHERE state IN ('WAITING', 'DEFERRED') AND edition_id > pending.id)
        FROM pending WHERE pending.id IS NOT NULL
      )
      SELECT e.id FROM pending JOIN edition e ON e.id = pending.id
      WHERE e.state = 'OPEN'
        AND EXISTS (SELECT 1 FROM ledger l
                    WHERE l.edition_id = e.id AND l.state IN ('WAITING', 'DEFERRED')
                      AND l.next_attempt <= :now)
      ORDER BY CASE e.kind WHEN 'ESSAY' THEN 1 ELSE 0 END, e.created, e.id
      """;

  static final String DUE_LETTERS =
      """
      SELECT edition_id, reader_id, occasion, address, attempts, first_attempt, date FROM ledger
      WHERE edition_id = :edition AND state IN ('WAITING', 'DEFERRED') AND next_attempt <= :now
      ORDER BY next_attempt LIMIT :most
      """;

  private static final String CLAIM =
      """
      UPDATE ledger SET state = 'IN_FLIGHT', date = :date, claimed_by = :holder, changed = :now
      WHERE edition_id = :edition AND reader_id = :reader AND occasion = :occasion
      """;

  private static final String ENTER =
      """
      UPDATE ledger SET
        state = CASE WHEN stopped = 1 AND :goesAgain = 1 THEN 'CANCELLED' ELSE :state END,
        attempts = :attempts, next_attempt = :next, first_attempt = :first,
        date = CASE WHEN :goesAgain = 1 AND :first IS NULL THEN NULL ELSE date END,
        reply = CASE WHEN address = '' THEN '' WHEN :reply = '' THEN reply ELSE :reply END,
        claimed_by = '', changed = :now
      WHERE edition_id = :edition AND reader_id = :reader AND occasion = :occasion
        AND state = 'IN_FLIGHT'
      """;

  private static final String RECLAIM =
      """
      UPDATE ledger SET
        state = CASE stopped WHEN 1 THEN 'CANCELLED' ELSE 'WAITING' END, next_attempt = :now,
        first_attempt = COALESCE(first_attempt, date), claimed_by = '', changed = :now
      WHERE state = 'IN_FLIGHT'
      """;

  private static final String IN_FLIGHT =
      """
      SELECT l.edition_id, l.reader_id, l.occasion
      FROM ledger l JOIN edition e ON e.id = l.edition_id
      WHERE l.state = 'IN_FLIGHT' AND (l.stopped = 1 OR e.state = 'HELD' OR :all = 1)
      """;

  private final String holder;

  /**
   * @param holder names this process in the rows it claims
   */
  Ledger(String holder) {
    this.holder = holder;
  }

  static boolean isPaused(Handle handle) {
    return Facts.get(handle, PAUSED).isPresent();
  }

  static boolean hasDue(Handle handle, Instant now) {
    return !isPaused(handle) && !dueEditions(handle, now, 1).isEmpty();
  }

  /** Letters about subscriptions first, then the oldest edition. */
  private static List<String> dueEditions(Handle handle, Instant now, int most) {
    return handle
        .createQuery(DUE_EDITIONS + " LIMIT :most")
        .bind("now", now)
        .bind("most", most)
        .mapTo(String.class)
        .list();
  }

  /** Puts back what a holder that died has left in flight; says how many letters. */
  int reclaim(Handle handle, Instant now) {
    return handle.createUpdate(RECLAIM).bind("now", now).execute();
  }

  /** Claims at most {@code most} letters that are due; none while sending is paused. */
  List<Claim> claim(Handle handle, int most, Instant now) {
    List<Claim> claims = new ArrayList<>();
    if (isPaused(handle)) {
      return claims;
    }
    for (String edition : dueEditions(handle, now, most)) {
      if (claims.size() < most) {
        claims.addAll(dueLetters(handle, edition, most - claims.size(), now));
      }
    }
    markInFlight(handle, claims, now);
    return claims;
  }

  private static List<Claim> dueLetters(Handle handle, String edition, int most, Instant now) {
    return handle
        .createQuery(DUE_LETTERS)
        .bind("edition", edition)
        .bind("now", now)
        .bind("most", most)
        .map(row -> claim(row, now))
        .list();
  }

  private static Claim claim(RowView row, Instant now) {
    return new Claim(
        key(row),
        row.getColumn("address", String.class),
        row.getColumn("attempts", Integer.class),
        Optional.ofNullable(row.getColumn("first_attempt", Instant.class)),
        // In whole seconds, as a header has it: what a re-send reads back must be the same instant.
        Optional.ofNullable(row.getColumn("date", Instant.class))
            .orElse(now.truncatedTo(ChronoUnit.SECONDS)));
  }

  private static Claim.Key key(RowView row) {
    return new Claim.Key(
        row.getColumn("edition_id", String.class),
        row.getColumn("reader_id", Long.class),
        row.getColumn("occasion", String.class));
  }

  private void markInFlight(Handle handle, List<Claim> claims, Instant now) {
    if (claims.isEmpty()) {
      return;
    }
    PreparedBatch batch = handle.prepareBatch(CLAIM);
    for (Claim claim : claims) {
      bind(batch, claim.key())
          .bind("date", claim.date())
          .bind("holder", holder)
          .bind("now", now)
          .add();
    }
    batch.execute();
  }

  /** The letters in flight that are not to begin: stopped, held, or all while sending is paused. */
  Set<Claim.Key> recalled(Handle handle) {
    return handle
        .createQuery(IN_FLIGHT)
        .bind("all", isPaused(handle) ? 1 : 0)
        .map(Ledger::key)
        .set();
  }

  /**
   * Enters what became of claimed letters. One that was stopped in the meantime does not go again.
   */
  void enter(Handle handle, List<Entry> entries, Instant now) {
    PreparedBatch batch = handle.prepareBatch(ENTER);
    for (Entry entry : entries) {
      bind(batch, entry.claim().key())
          .bind("state", entry.state().name())
          .bind("goesAgain", entry.goesAgain() ? 1 : 0)
          .bind("attempts", entry.attempts())
          .bind("next", entry.nextAttempt())
          .bindByType("first", entry.firstAttempt().orElse(null), Instant.class)
          .bind("reply", entry.reply())
          .bind("now", now)
          .add();
    }
    batch.execute();
  }

  private static PreparedBatch bind(PreparedBatch batch, Claim.Key key) {
    return batch
        .bind("edition", key.editionId())
        .bind("reader", key.readerId())
        .bind("occasion", key.occasion());
  }
}
