package org.postrider.membership;

import java.time.Instant;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.postrider.subscriber.Reader;
import org.postrider.subscriber.Readers;

/** What is recorded as proof of consent. */
enum Act {
  /** Somebody asked for letters to this address. */
  ASKED,
  CONFIRMED,
  LEFT,
  /** Asked again after leaving, and never confirmed that. */
  LAPSED;

  void record(Handle handle, Readers readers, Reader reader, String source, Instant now) {
    readers.recordConsent(handle, reader.id(), word(), source, now);
  }

  boolean isRecorded(Handle handle, Readers readers, Reader reader) {
    return readers.consents(handle, reader.id()).stream()
        .anyMatch(consent -> consent.act().equals(word()));
  }

  /** Grows with each act, so it tells letters about two acts of one reader apart. */
  static String occasion(Handle handle, Readers readers, Reader reader) {
    return Integer.toString(readers.consents(handle, reader.id()).size());
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
