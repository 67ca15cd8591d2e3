package org.postrider.membership;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.postrider.letter.Edition;
import org.postrider.letter.EditionPress;
import org.postrider.outbox.Outbox;
import org.postrider.store.Database;
import org.postrider.store.Facts;
import org.postrider.subscriber.EmailAddress;
import org.postrider.subscriber.Reader;
import org.postrider.subscriber.ReaderState;
import org.postrider.subscriber.Readers;
import org.postrider.token.Purpose;
import org.postrider.token.Tokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a reader can do. Each act and the letter about it are one transaction. Safe for use by
 * several threads.
 *
 * <pre>
 * unknown ---join---> PENDING ---confirm---> ACTIVE
 *                      ^   \                   /
 *                     join  `--unsubscribe---'
 *                      |           v
 *                      `---- UNSUBSCRIBED
 * </pre>
 */
public final class Membership {

  /** How long a link in a confirmation letter works. */
  static final Duration CONFIRM_LIFETIME = Duration.ofDays(7);

  private static final int CLEANED_PER_TRANSACTION = 100;
  private static final String BY_LETTER = "letter";
  private static final String BY_OPERATOR = "operator";
  private static final Logger LOG = LoggerFactory.getLogger(Membership.class);

  private final Database database;
  private final Readers readers;
  private final Tokens tokens;
  private final Letters letters;
  private final InstantSource clock;
  private final Join join;
  private final Leave leave;

  public Membership(
      Database database,
      Members members,
      EditionPress press,
      Supplier<EditionPress.Blog> blog,
      InstantSource clock) {
    this(
        database,
        members.readers(),
        members.tokens(),
        Letters.through(press, blog, members.outbox(), clock),
        clock);
  }

  Membership(
      Database database, Readers readers, Tokens tokens, Letters letters, InstantSource clock) {
    this.database = database;
    this.readers = readers;
    this.tokens = tokens;
    this.letters = letters;
    this.clock = clock;
    this.join = new Join(readers);
    this.leave = new Leave(readers, letters);
  }

  /** The tables a membership is kept in. */
  public record Members(Readers readers, Outbox outbox, Tokens tokens) {}

  /**
   * Asks for letters. The caller tells the visitor the same whatever comes of it: a new address
   * gets a confirmation letter, so does a pending one or one that left (not more than once a day,
   * and three times in all without a click), an active or suppressed one gets nothing.
   *
   * @param source where the wish came from, for the proof of consent
   */
  public void join(EmailAddress address, Readers.Wishes wishes, String source) {
    // Whoever measures the answer learns little: the letter is rendered and something is written
    // and flushed to the disk whether the address is known or not.
    Consumer<Letters.Slip> letter = confirmation(wishes);
    Instant now = clock.instant();
    database.useTransaction(
        handle -> {
          Facts.put(handle, "membership.asked", now.toString());
          join.ask(handle, new Join.Wish(address, wishes, source), letter, now);
        });
  }

  private Consumer<Letters.Slip> confirmation(Readers.Wishes wishes) {
    return letters.prepare().apply(Edition.Kind.CONFIRM, wishes.language());
  }

  /** What a token for {@code /confirm} would do; changes nothing. */
  public Standing lookUpConfirm(String token) {
    Standing standing = standing(find(tokens.subject(Purpose.CONFIRM, token)));
    boolean fresh = tokens.subject(Purpose.CONFIRM, token, CONFIRM_LIFETIME).isPresent();
    return standing == Standing.PENDING && !fresh ? Standing.EXPIRED : standing;
  }

  /** Confirms. Repeating it is harmless. */
  public Standing confirm(String token) {
    Standing standing = lookUpConfirm(token);
    Optional<Reader> reader = find(tokens.subject(Purpose.CONFIRM, token));
    if (standing != Standing.PENDING || reader.isEmpty()) {
      return standing;
    }
    Consumer<Letters.Slip> letter =
        letters.prepare().apply(Edition.Kind.WELCOME, reader.get().language());
    return database.inTransaction(handle -> confirm(handle, reader.get().id(), letter));
  }

  private Standing confirm(Handle handle, long id, Consumer<Letters.Slip> letter) {
    Optional<Reader> pending =
        readers.find(handle, id).filter(reader -> reader.state() == ReaderState.PENDING);
    if (pending.isEmpty()) {
      return standing(readers.find(handle, id));
    }
    Reader reader = pending.get();
    Instant now = clock.instant();
    readers.move(handle, id, ReaderState.ACTIVE, now);
    readers.unmarkForgotten(handle, reader.address());
    Act.CONFIRMED.record(handle, readers, reader, BY_LETTER, now);
    letter.accept(new Letters.Slip(handle, reader, Act.occasion(handle, readers, reader), now));
    return Standing.ACTIVE;
  }

  /** What a token for {@code /unsubscribe} would do; changes nothing. */
  public Standing lookUpUnsubscribe(String token) {
    return standing(find(tokens.subject(Purpose.UNSUBSCRIBE, token)));
  }

  /** Leaves; what still waits for the reader is cancelled. Repeating it is harmless. */
  public Standing unsubscribe(String token) {
    Optional<Reader> reader = find(tokens.subject(Purpose.UNSUBSCRIBE, token));
    Standing standing = standing(reader);
    if (standing != Standing.PENDING && standing != Standing.ACTIVE) {
      return standing;
    }
    // Who never confirmed gets no letter but the one that asked him.
    Consumer<Letters.Slip> letter =
        standing == Standing.ACTIVE ? goodbye(reader.orElseThrow()) : slip -> {};
    database.useTransaction(
        handle -> leave.leave(handle, reader.orElseThrow(), BY_LETTER, letter, clock.instant()));
    return lookUpUnsubscribe(token);
  }

  private Consumer<Letters.Slip> goodbye(Reader reader) {
    try {
      return letters.prepare().apply(Edition.Kind.GOODBYE, reader.language());
    } catch (RuntimeException fault) {
      // Whatever is wrong with a template, one click must be enough to leave.
      LOG.error(
          "reader={} leaves without a goodbye letter, which can't be made", reader.id(), fault);
      return slip -> {};
    }
  }

  /**
   * The operator adds a reader. With {@code confirmed} he vouches for consent and no letter is
   * sent; without it the reader gets a confirmation letter.
   *
   * @param source where the consent came from, for its proof
   */
  public Added add(EmailAddress address, Readers.Wishes wishes, boolean confirmed, String source) {
    Join.Wish wish = new Join.Wish(address, wishes, source);
    Instant now = clock.instant();
    if (confirmed) {
      return database.inTransaction(handle -> join.vouch(handle, wish, now));
    }
    Consumer<Letters.Slip> letter = confirmation(wishes);
    return database.inTransaction(
        handle ->
            join.refusal(handle, address).orElseGet(() -> join.ask(handle, wish, letter, now)));
  }

  /**
   * Adds the readers in a file as {@link #add} would, except that whoever is known stays as he is.
   *
   * @param file as {@link org.postrider.subscriber.ReaderImport} describes it
   * @param rehearsal only count, change nothing
   * @throws org.postrider.subscriber.BadImport when the file can't be read
   */
  public ImportReport importCsv(Path file, boolean confirmed, boolean rehearsal) {
    Import run = new Import(database, readers, letters, clock.instant());
    return rehearsal ? run.rehearse(file, confirmed) : run.run(file, confirmed);
  }

  /**
   * The operator takes a reader off; what still waits for him is cancelled, and no letter is sent.
   *
   * @return whether he was a reader until now
   */
  public boolean remove(EmailAddress address) {
    return database.inTransaction(
        handle ->
            readers
                .find(handle, address)
                .map(
                    reader -> leave.leave(handle, reader, BY_OPERATOR, slip -> {}, clock.instant()))
                .orElse(false));
  }

  /**
   * Erases a reader and all that is stored of him; only a keyed hash stays, so that no import
   * brings him back.
   *
   * @return whether he was known
   */
  public boolean forget(EmailAddress address) {
    return database.inTransaction(handle -> leave.forget(handle, address, clock.instant()));
  }

  /**
   * Erases those who were asked more than thirty days ago and never confirmed; who had left before
   * and asked again has left again.
   *
   * @return how many it were
   */
  public int cleanUp(Instant now) {
    int all = 0;
    int some;
    do {
      some =
          database.inTransaction(
              handle -> leave.giveUpPending(handle, now, CLEANED_PER_TRANSACTION));
      all += some;
    } while (some == CLEANED_PER_TRANSACTION);
    return all;
  }

  private Optional<Reader> find(OptionalLong id) {
    return id.isEmpty()
        ? Optional.empty()
        : database.read(handle -> readers.find(handle, id.getAsLong()));
  }

  private static Standing standing(Optional<Reader> reader) {
    return reader.map(Reader::state).map(Membership::standing).orElse(Standing.NOT_FOUND);
  }

  private static Standing standing(ReaderState state) {
    return switch (state) {
      case PENDING -> Standing.PENDING;
      case ACTIVE, PAUSED -> Standing.ACTIVE;
      case UNSUBSCRIBED -> Standing.UNSUBSCRIBED;
      case SUPPRESSED -> Standing.SUPPRESSED;
    };
  }

  /** Where the holder of a token stands. */
  public enum Standing {
    /** Not a token of ours, or of somebody who was erased. */
    NOT_FOUND,
    /** Genuine, and too old to act on. */
    EXPIRED,
    PENDING,
    ACTIVE,
    UNSUBSCRIBED,
    SUPPRESSED
  }
}
