package org.postrider.subscriber;

import java.time.Instant;
import org.jdbi.v3.core.mapper.RowViewMapper;

/**
 * One thing that a reader, or the operator for him, agreed to or withdrew.
 *
 * @param act such as {@code confirmed}
 * @param source which way it came, such as {@code web}
 */
public record Consent(Instant at, String act, String source) {

  static final RowViewMapper<Consent> MAPPER =
      row ->
          new Consent(
              row.getColumn("at", Instant.class),
              row.getColumn("act", String.class),
              row.getColumn("source", String.class));
}
