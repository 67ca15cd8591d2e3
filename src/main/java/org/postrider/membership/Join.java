package org.postrider.membership;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.postrider.subscriber.Confirmations;
import org.postrider.subscriber.EmailAddress;
import org.postrider.subscriber.Reader;
import org.postrider.subscriber.ReaderState;
import org.postrider.subscriber.Readers;

/** The two ways to become a reader: being asked and confirming, or the operator's word for it. */
final class Join {

  private static final Duration BETWEEN_LETTERS = Duration.ofHours(24);
  private static final int LETTERS_WITHOUT_A_CLICK = 3;

  private final Readers readers;

  Join(Readers readers) {
    this.readers = readers;
  }

  /** Queues a confirmation letter, where one may be sent. */
  Added ask(Handle handle, Wish wish, Consumer<Letters.Slip> letter, Instant now) {
    boolean suppressed = readers.isSuppressed(handle, wish.address());
    Optional<Reader> known = readers.find(handle, wish.address());
    if (suppressed) {
      return Added.SUPPRESSED;
    }
    if (known.isPresent()) {
      Added standing = standing(known.get());
      if (standing == Added.KNOWN || standing == Added.SUPPRESSED) {
        return standing;
      }
      if (!mayAsk(readers.confirmations(handle, known.get().id()), now)) {
        return Added.ASKED_BEFORE;
      }
    }
    Reader reader =
        known.orElseGet(
            () -> readers.add(handle, wish.address(), ReaderState.PENDING, wish.wishes(), now));
    readers.choose(handle, reader.id(), wish.wishes());
    readers.move(handle, reader.id(), ReaderState.PENDING, now);
    Act.ASKED.record(handle, readers, reader, wish.source(), now);
    readers.recordConfirmationLetter(handle, reader.id(), now);
    letter.accept(new Letters.Slip(handle, reader, Act.occasion(handle, readers, reader), now));
    return Added.ASKED;
  }

  private static boolean mayAsk(Confirmations confirmations, Instant now) {
    return confirmations.sent() < LETTERS_WITHOUT_A_CLICK
        && confirmations
            .last()
            .map(last -> last.plus(BETWEEN_LETTERS))
            .filter(now::isBefore)
            .isEmpty();
  }

  /** Makes a reader active on the operator's word; no letter. */
  Added vouch(Handle handle, Wish wish, Instant now) {
    Optional<Added> refusal = refusal(handle, wish.address());
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Optional<Reader> known = readers.find(handle, wish.address());
    if (known.isPresent() && known.get().state() != ReaderState.PENDING) {
      return standing(known.get());
    }
    Reader reader =
        known.orElseGet(
            () -> readers.add(handle, wish.address(), ReaderState.ACTIVE, wish.wishes(), now));
    readers.move(handle, reader.id(), ReaderState.ACTIVE, now);
    Act.CONFIRMED.record(handle, readers, reader, wish.source(), now);
    return Added.ACTIVE;
  }

  /** Why nobody but the reader himself may add this address, if so. */
  Optional<Added> refusal(Handle handle, EmailAddress address) {
    if (readers.isSuppressed(handle, address)) {
      return Optional.of(Added.SUPPRESSED);
    }
    return readers.isForgotten(handle, address) ? Optional.of(Added.FORGOTTEN) : Optional.empty();
  }

  private static Added standing(Reader reader) {
    return switch (reader.state()) {
      case PENDING -> Added.ASKED;
      case ACTIVE, PAUSED -> Added.KNOWN;
      case UNSUBSCRIBED -> Added.LEFT;
      case SUPPRESSED -> Added.SUPPRESSED;
    };
  }

  /**
   * Somebody's wish to get letters.
   *
   * @param source where it came from, for the proof of consent
   */
  record Wish(EmailAddress address, Readers.Wishes wishes, String source) {}
}
