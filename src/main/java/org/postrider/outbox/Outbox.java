package org.postrider.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import org.postrider.letter.Edition;
import org.postrider.store.Facts;
import org.postrider.subscriber.Audience;
import org.postrider.subscriber.EmailAddress;
import org.postrider.subscriber.Reader;

/**
 * The ledger: which letter goes to whom, and what became of it. Methods that take a {@link Handle}
 * work in the caller's transaction; what they write is sent after the commit. They work beside a
 * {@link Dispatcher} of this or another process, which obeys within two seconds: letters in flight
 * arrive, those not begun do not leave, and one in flight that is not taken is not tried again
 * against what was asked here meanwhile. Safe for several threads.
 */
public final class Outbox {

  private static final String ADDRESS_AUDIENCE =
      """
      INSERT INTO ledger
        (edition_id, reader_id, occasion, address, state, attempts, next_attempt,
         claimed_by, reply, stopped, changed)
      SELECT :edition, r.id, '', r.address, 'WAITING', 0, :notBefore, '', '', 0, :now
      FROM reader r WHERE\s""";

  private static final String ADDRESS_ONE =
      """
      INSERT INTO ledger
        (edition_id, reader_id, occasion, address, state, attempts, next_attempt,
         claimed_by, reply, stopped, changed)
      VALUES (:edition, :reader, :occasion, :address, 'WAITING', 0, :now, '', '', 0, :now)
      ON CONFLICT (edition_id, reader_id, occasion) DO NOTHING
      """;

  // One statement for all states, so that a letter claimed or answered at this moment is not
  // missed.
  private static final String STOP =
      """
      UPDATE ledger SET
        state = CASE WHEN state IN ('WAITING', 'DEFERRED') THEN 'CANCELLED' ELSE state END,
        stopped = 1, changed = :now
      """;
  private static final String CANCEL =
      STOP + "WHERE edition_id = :edition AND state IN ('WAITING', 'DEFERRED', 'IN_FLIGHT')";
  // Failed letters are marked too: a later retry leaves them alone.
  private static final String WITHDRAW =
      STOP
          + "WHERE reader_id = :reader AND state NOT IN ('SENT', 'CANCELLED')"
          + " AND edition_id IN (SELECT id FROM edition WHERE kind = 'ESSAY')";
  // Naming the editions lets the primary key find the reader's rows.
  private static final String FORGET =
      """
      UPDATE ledger SET
        state = CASE WHEN state IN ('WAITING', 'DEFERRED') THEN 'CANCELLED' ELSE state END,
        stopped = 1, address = '', reply = ''
      WHERE reader_id = :reader AND edition_id IN (SELECT id FROM edition)
      """;

  private static final String RETRY =
      """
      UPDATE ledger SET
        state = 'WAITING', attempts = 0, next_attempt = :now, first_attempt = :now, changed = :now
      WHERE edition_id = :edition AND state IN ('FAILED', 'UNKNOWN') AND stopped = 0
      """;

  private final RandomGenerator random;
  private final Editions editions;

  /**
   * @param random also decides the jitter of retries; used by one thread at a time
   */
  public Outbox(RandomGenerator random) {
    this.random = random;
    this.editions = new Editions(random);
  }

  RandomGenerator random() {
    return random;
  }

  /**
   * Addresses the edition of an essay to every active reader who wants it, one row each.
   *
   * @param post the essay's id in feeds; a second call for the same post does nothing
   * @param notBefore no letter leaves earlier
   * @return how many readers were addressed
   */
  public int announce(
      Handle handle,
      Edition edition,
      String post,
      String language,
      List<String> topics,
      Instant notBefore,
      Instant now) {
    return announce(
        handle, Plate.of(edition), post, new Audience(language, topics), notBefore, now);
  }

  int announce(
      Handle handle, Plate plate, String post, Audience audience, Instant notBefore, Instant now) {
    Optional<String> edition = editions.addEssay(handle, plate, post, notBefore, now);
    if (edition.isEmpty()) {
      return 0;
    }
    return audience
        .bind(handle.createUpdate(ADDRESS_AUDIENCE + audience.condition()))
        .bind("edition", edition.get())
        .bind("notBefore", notBefore)
        .bind("now", now)
        .execute();
  }

  /**
   * Queues one letter about the subscription itself; {@code occasion} tells it from others of its
   * kind to him. The same letter for the same occasion is queued once.
   */
  public void enqueue(Handle handle, Edition edition, Reader reader, String occasion, Instant now) {
    enqueue(handle, Plate.of(edition), reader, occasion, now);
  }

  void enqueue(Handle handle, Plate plate, Reader reader, String occasion, Instant now) {
    handle
        .createUpdate(ADDRESS_ONE)
        .bind("edition", editions.addShared(handle, plate, now))
        .bind("reader", reader.id())
        .bind("occasion", occasion)
        .bind("address", reader.address().text())
        .bind("now", now)
        .execute();
  }

  /** Cancels what still waits for this reader, other than letters about the subscription itself. */
  public int withdraw(Handle handle, long readerId, Instant now) {
    int waiting =
        handle
            .createQuery(
                """
                SELECT COUNT(*) FROM ledger
                WHERE reader_id = :reader AND state IN ('WAITING', 'DEFERRED')
                  AND edition_id IN (SELECT id FROM edition WHERE kind = 'ESSAY')
                """)
            .bind("reader", readerId)
            .mapTo(Integer.class)
            .one();
    handle.createUpdate(WITHDRAW).bind("reader", readerId).bind("now", now).execute();
    return waiting;
  }

  /**
   * Wipes the address and all replies from the reader's rows, and cancels what still waits for him;
   * the books still balance afterwards.
   */
  public void forget(Handle handle, long readerId) {
    handle.createUpdate(FORGET).bind("reader", readerId).execute();
  }

  /** The balanced books of every essay's edition, newest first. */
  public List<Books> books(Handle handle) {
    return Bookkeeping.ofEssays(handle);
  }

  /** The balanced books of all letters about subscriptions taken together; its texts are empty. */
  public Books serviceBooks(Handle handle) {
    return Bookkeeping.ofService(handle);
  }

  /** No letter leaves until {@link #resume}; those in flight arrive. */
  public void pause(Handle handle) {
    Facts.put(handle, Ledger.PAUSED, "yes");
  }

  /** Letters leave again. */
  public void resume(Handle handle) {
    Facts.remove(handle, Ledger.PAUSED);
  }

  /** Whether {@link #pause} was called and {@link #resume} not since. */
  public boolean isPaused(Handle handle) {
    return Ledger.isPaused(handle);
  }

  /** No letter of this edition leaves until {@link #release}; those in flight arrive. */
  public void hold(Handle handle, String editionId) {
    Editions.move(handle, editionId, "HELD");
  }

  /** Letters of this edition leave again. */
  public void release(Handle handle, String editionId) {
    Editions.move(handle, editionId, "OPEN");
  }

  /** Cancels all letters of the edition that have not left; those in flight arrive or fail. */
  public int cancel(Handle handle, String editionId, Instant now) {
    int waiting =
        handle
            .createQuery(
                """
                SELECT COUNT(*) FROM ledger
                WHERE edition_id = :edition AND state IN ('WAITING', 'DEFERRED')
                """)
            .bind("edition", editionId)
            .mapTo(Integer.class)
            .one();
    handle.createUpdate(CANCEL).bind("edition", editionId).bind("now", now).execute();
    return waiting;
  }

  /**
   * Queues the failed and unknown letters of the edition once more, other than those to readers who
   * have left since; {@code mail.give-up} counts from now.
   */
  public int retry(Handle handle, String editionId, Instant now) {
    return handle.createUpdate(RETRY).bind("edition", editionId).bind("now", now).execute();
  }

  /** Whether letters are waiting to leave now; none are while sending is paused. */
  public boolean hasDue(Handle handle, Instant now) {
    return Ledger.hasDue(handle, now);
  }

  /** Whom an edition addressed, with the state of each letter. */
  public List<Row> rows(Handle handle, String editionId) {
    return Bookkeeping.rows(handle, editionId);
  }

  /**
   * One row of the ledger.
   *
   * @param address empty: the reader was forgotten
   */
  public record Row(
      long readerId,
      Optional<EmailAddress> address,
      LetterState state,
      int attempts,
      String reply) {}
}
