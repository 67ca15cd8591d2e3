package org.postrider.membership;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.postrider.subscriber.EmailAddress;
import org.postrider.subscriber.Reader;
import org.postrider.subscriber.ReaderState;
import org.postrider.subscriber.Readers;

/** The ways out: leaving, being erased, and never having confirmed. */
final class Leave {

  private static final Duration PENDING_LIFETIME = Duration.ofDays(30);

  private final Readers readers;
  private final Letters letters;

  Leave(Readers readers, Letters letters) {
    this.readers = readers;
    this.letters = letters;
  }

  /** Whether he had not left before; then he gets {@code letter}. */
  boolean leave(
      Handle handle, Reader asSeen, String source, Consumer<Letters.Slip> letter, Instant now) {
    Optional<Reader> staying =
        readers
            .find(handle, asSeen.id())
            .filter(reader -> reader.state() != ReaderState.UNSUBSCRIBED)
            .filter(reader -> reader.state() != ReaderState.SUPPRESSED);
    staying.ifPresent(
        reader -> {
          readers.move(handle, reader.id(), ReaderState.UNSUBSCRIBED, now);
          Act.LEFT.record(handle, readers, reader, source, now);
          letters.withdraw().accept(handle, reader);
          letter.accept(
              new Letters.Slip(handle, reader, Act.occasion(handle, readers, reader), now));
        });
    return staying.isPresent();
  }

  /** Whether anything was stored of him. */
  boolean forget(Handle handle, EmailAddress address, Instant now) {
    Optional<Reader> known = readers.find(handle, address);
    known.ifPresent(
        reader -> {
          erase(handle, reader);
          readers.markForgotten(handle, address, now);
        });
    return known.isPresent();
  }

  private void erase(Handle handle, Reader reader) {
    letters.forget().accept(handle, reader);
    readers.erase(handle, reader.id());
  }

  /** Gives up at most {@code limit} readers who were asked long ago; returns how many it were. */
  int giveUpPending(Handle handle, Instant now, int limit) {
    List<Reader> silent = readers.pendingSince(handle, now.minus(PENDING_LIFETIME), limit);
    for (Reader reader : silent) {
      if (Act.LEFT.isRecorded(handle, readers, reader)) {
        // The links in his old letters must go on saying that he left.
        readers.move(handle, reader.id(), ReaderState.UNSUBSCRIBED, now);
        Act.LAPSED.record(handle, readers, reader, "time", now);
      } else {
        erase(handle, reader);
      }
    }
    return silent.size();
  }
}
