package org.postrider.subscriber;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.Query;
import org.postrider.token.Tokens;

/**
 * The table of readers, their consents and the suppressions. Every method works in the caller's
 * transaction. Safe for use by several threads when the random generator is.
 */
public final class Readers {

  private final Suppressions suppressions;
  private final RandomGenerator random;

  public Readers(Tokens tokens, RandomGenerator random) {
    this.suppressions = new Suppressions(tokens);
    this.random = random;
  }

  public Optional<Reader> find(Handle handle, EmailAddress address) {
    return findOne(select(handle, " WHERE r.address_key = :key").bind("key", address.key()));
  }

  public Optional<Reader> find(Handle handle, long id) {
    return findOne(select(handle, " WHERE r.id = :id").bind("id", id));
  }

  private static Optional<Reader> findOne(Query query) {
    List<Reader> found = new ArrayList<>();
    forEach(query, found::add);
    return found.stream().findFirst();
  }

  /**
   * Shows every reader to {@code each}, in the order of their addresses, without holding them all
   * in memory.
   */
  public void forEach(Handle handle, Consumer<Reader> each) {
    forEach(select(handle, ""), each);
  }

  private static Query select(Handle handle, String where) {
    return handle.createQuery(ReaderRows.SELECT + where + ReaderRows.ORDER);
  }

  private static void forEach(Query query, Consumer<Reader> each) {
    try (ResultIterator<ReaderRows.Row> rows = query.map(ReaderRows.Row.MAPPER).iterator()) {
      ReaderRows.forEach(rows, each);
    }
  }

  /** How many readers there are in each state; a state without readers is there with 0. */
  public Map<ReaderState, Long> count(Handle handle) {
    Map<ReaderState, Long> counts = new EnumMap<>(ReaderState.class);
    for (ReaderState state : ReaderState.values()) {
      counts.put(
          state,
          handle
              .createQuery("SELECT COUNT(*) FROM reader WHERE state = :state")
              .bind("state", state.word())
              .mapTo(Long.class)
              .one());
    }
    return counts;
  }

  /** A new reader in {@code state}; his address must not be known yet. */
  public Reader add(
      Handle handle, EmailAddress address, ReaderState state, Wishes wishes, Instant now) {
    long id = random.nextLong(1, Long.MAX_VALUE);
    handle
        .createUpdate(
            "INSERT INTO reader (id, address, address_key, state, language, frequency, joined)"
                + " VALUES (:id, :address, :key, :state, '', '', :now)")
        .bind("id", id)
        .bind("address", address.text())
        .bind("key", address.key())
        .bind("state", state.word())
        .bind("now", now)
        .execute();
    move(handle, id, state, now);
    choose(handle, id, wishes);
    return find(handle, id).orElseThrow();
  }

  /**
   * Moves the reader to {@code state}. {@code ACTIVE} also records when he confirmed and forgets
   * the confirmation letters it took; {@code PENDING} means that he has not confirmed (again) yet.
   */
  public void move(Handle handle, long id, ReaderState state, Instant now) {
    handle
        .createUpdate("UPDATE reader SET state = :state WHERE id = :id")
        .bind("state", state.word())
        .bind("id", id)
        .execute();
    switch (state) {
      case ACTIVE ->
          handle
              .createUpdate(
                  "UPDATE reader SET confirmed = :now, confirmations_sent = 0,"
                      + " last_confirmation = NULL WHERE id = :id")
              .bind("now", now)
              .bind("id", id)
              .execute();
      case PENDING ->
          handle
              .createUpdate("UPDATE reader SET confirmed = NULL WHERE id = :id")
              .bind("id", id)
              .execute();
      case PAUSED, UNSUBSCRIBED, SUPPRESSED -> {}
    }
  }

  /** Replaces what the reader asked for. */
  public void choose(Handle handle, long id, Wishes wishes) {
    handle
        .createUpdate("UPDATE reader SET language = :language, frequency = :often WHERE id = :id")
        .bind("language", wishes.language())
        .bind("often", wishes.frequency().word())
        .bind("id", id)
        .execute();
    handle.createUpdate("DELETE FROM reader_topic WHERE reader_id = :id").bind("id", id).execute();
    for (String topic : wishes.topics()) {
      handle
          .createUpdate(
              "INSERT INTO reader_topic (reader_id, topic_key, topic) VALUES (:id, :key, :topic)")
          .bind("id", id)
          .bind("key", Topics.key(topic))
          .bind("topic", topic)
          .execute();
    }
  }

  /** The confirmation letters that the reader got since he last clicked in one. */
  public Confirmations confirmations(Handle handle, long id) {
    return handle
        .createQuery("SELECT confirmations_sent, last_confirmation FROM reader WHERE id = :id")
        .bind("id", id)
        .map(Confirmations.MAPPER)
        .one();
  }

  /** Counts one more confirmation letter. */
  public void recordConfirmationLetter(Handle handle, long id, Instant now) {
    handle
        .createUpdate(
            "UPDATE reader SET confirmations_sent = confirmations_sent + 1,"
                + " last_confirmation = :now WHERE id = :id")
        .bind("now", now)
        .bind("id", id)
        .execute();
  }

  /** At most {@code limit} pending readers who have not clicked since {@code before}. */
  public List<Reader> pendingSince(Handle handle, Instant before, int limit) {
    List<Long> ids =
        handle
            .createQuery(
                "SELECT id FROM reader WHERE state = 'pending'"
                    + " AND COALESCE(last_confirmation, joined) < :before ORDER BY id LIMIT :limit")
            .bind("before", before)
            .bind("limit", limit)
            .mapTo(Long.class)
            .list();
    return ids.stream().flatMap(id -> find(handle, id).stream()).toList();
  }

  /** Records what the reader agreed to, when and how: the proof of consent. */
  public void recordConsent(Handle handle, long id, String act, String source, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO consent (reader_id, at, act, source) VALUES (:id, :now, :act, :source)")
        .bind("id", id)
        .bind("now", now)
        .bind("act", act)
        .bind("source", source)
        .execute();
  }

  /** The proof of consent of one reader, oldest first. */
  public List<Consent> consents(Handle handle, long id) {
    return handle
        .createQuery("SELECT at, act, source FROM consent WHERE reader_id = :id ORDER BY at, act")
        .bind("id", id)
        .map(Consent.MAPPER)
        .list();
  }

  /** Erases the reader and all that is stored of him; suppressions stay. */
  public void erase(Handle handle, long id) {
    handle.createUpdate("DELETE FROM reader WHERE id = :id").bind("id", id).execute();
  }

  /** Whether letters to {@code address} are refused for good; kept as a keyed hash. */
  public boolean isSuppressed(Handle handle, EmailAddress address) {
    return suppressions.isSuppressed(handle, address);
  }

  /** Never write to {@code address} again. A reader who has it becomes {@code SUPPRESSED}. */
  public void suppress(Handle handle, EmailAddress address, String reason, Instant now) {
    suppressions.suppress(handle, address, reason, now);
    find(handle, address)
        .ifPresent(reader -> move(handle, reader.id(), ReaderState.SUPPRESSED, now));
  }

  /**
   * Whether {@code address} was erased on demand: then only its owner may bring it back, never an
   * operator or an import. Not so for a suppressed one, which nobody brings back.
   */
  public boolean isForgotten(Handle handle, EmailAddress address) {
    return suppressions.isForgotten(handle, address);
  }

  /** Remembers, by a keyed hash only, that {@code address} was erased on demand. */
  public void markForgotten(Handle handle, EmailAddress address, Instant now) {
    suppressions.markForgotten(handle, address, now);
  }

  /** The owner of {@code address} came back. */
  public void unmarkForgotten(Handle handle, EmailAddress address) {
    suppressions.unmarkForgotten(handle, address);
  }

  /**
   * What a reader asked for.
   *
   * @param language a BCP 47 tag in its usual spelling; empty: every language. What is no tag
   *     becomes empty.
   * @param topics tidied: no repetition, at most fifty; empty: all
   */
  public record Wishes(String language, List<String> topics, Frequency frequency) {
    /** Everything, at once. */
    public static final Wishes ALL = new Wishes("", List.of(), Frequency.EVERY);

    public Wishes {
      language = LanguageTags.canonical(language).orElse("");
      topics = Topics.tidy(topics);
    }
  }
}
