package org.postrider.subscriber;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.postrider.token.Tokens;

/** The table of addresses that get no letters, each known by its keyed hash only. */
final class Suppressions {

  /** Asked to be erased: no import may bring him back, but he himself may come back. */
  private static final String FORGOTTEN = "forgotten";

  private final Tokens tokens;

  Suppressions(Tokens tokens) {
    this.tokens = tokens;
  }

  boolean isSuppressed(Handle handle, EmailAddress address) {
    return reason(handle, address).filter(reason -> !reason.equals(FORGOTTEN)).isPresent();
  }

  boolean isForgotten(Handle handle, EmailAddress address) {
    return reason(handle, address).filter(FORGOTTEN::equals).isPresent();
  }

  private Optional<String> reason(Handle handle, EmailAddress address) {
    return handle
        .createQuery("SELECT reason FROM suppression WHERE address_hash = :hash")
        .bind("hash", hash(address))
        .mapTo(String.class)
        .findOne();
  }

  void suppress(Handle handle, EmailAddress address, String reason, Instant now) {
    insert(
        handle, address, reason, now, "DO UPDATE SET reason = excluded.reason, at = excluded.at");
  }

  /** Keeps a stronger reason that is there. */
  void markForgotten(Handle handle, EmailAddress address, Instant now) {
    insert(handle, address, FORGOTTEN, now, "DO NOTHING");
  }

  private void insert(
      Handle handle, EmailAddress address, String reason, Instant now, String otherwise) {
    handle
        .createUpdate(
            "INSERT INTO suppression (address_hash, reason, at) VALUES (:hash, :reason, :now)"
                + " ON CONFLICT (address_hash) "
                + otherwise)
        .bind("hash", hash(address))
        .bind("reason", reason)
        .bind("now", now)
        .execute();
  }

  void unmarkForgotten(Handle handle, EmailAddress address) {
    handle
        .createUpdate("DELETE FROM suppression WHERE address_hash = :hash AND reason = :forgotten")
        .bind("hash", hash(address))
        .bind("forgotten", FORGOTTEN)
        .execute();
  }

  private String hash(EmailAddress address) {
    return tokens.keyedHash("suppression", address.key());
  }
}
