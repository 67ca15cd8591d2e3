package org.postrider.subscriber;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowViewMapper;

/**
 * The confirmation letters that a reader got without clicking in one.
 *
 * @param last when the newest of them was queued
 */
public record Confirmations(int sent, Optional<Instant> last) {

  static final RowViewMapper<Confirmations> MAPPER =
      row ->
          new Confirmations(
              row.getColumn("confirmations_sent", Integer.class),
              Optional.ofNullable(row.getColumn("last_confirmation", Instant.class)));
}
