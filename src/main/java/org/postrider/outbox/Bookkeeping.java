package org.postrider.outbox;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.postrider.subscriber.EmailAddress;

/** Reads the ledger for people. One statement each, so that the books balance at every moment. */
final class Bookkeeping {

  // A part for each index that holds the letters in question whole.
  private static final String COUNTED =
      """
      WITH counted (edition_id, state, n) AS (
        SELECT edition_id, state, COUNT(*) FROM ledger
        WHERE state IN ('SENT', 'FAILED', 'CANCELLED', 'UNKNOWN') GROUP BY edition_id, state
        UNION ALL
        SELECT edition_id, state, COUNT(*) FROM ledger
        WHERE state IN ('WAITING', 'DEFERRED') GROUP BY edition_id, state
        UNION ALL
        SELECT edition_id, 'IN_FLIGHT', COUNT(*) FROM ledger
        WHERE state = 'IN_FLIGHT' GROUP BY edition_id
      )
      """;

  private static final String COUNTS =
      """
      COALESCE(SUM(c.n), 0) AS addressed,
      COALESCE(SUM(CASE c.state WHEN 'WAITING' THEN c.n END), 0) AS waiting,
      COALESCE(SUM(CASE c.state WHEN 'IN_FLIGHT' THEN c.n END), 0) AS in_flight,
      COALESCE(SUM(CASE c.state WHEN 'DEFERRED' THEN c.n END), 0) AS deferred,
      COALESCE(SUM(CASE c.state WHEN 'SENT' THEN c.n END), 0) AS sent,
      COALESCE(SUM(CASE c.state WHEN 'FAILED' THEN c.n END), 0) AS failed,
      COALESCE(SUM(CASE c.state WHEN 'CANCELLED' THEN c.n END), 0) AS cancelled,
      COALESCE(SUM(CASE c.state WHEN 'UNKNOWN' THEN c.n END), 0) AS unknown
      FROM edition e LEFT JOIN counted c ON c.edition_id = e.id
      """;

  static final String OF_ESSAYS =
      COUNTED
          + "SELECT e.id, e.post, e.subject, "
          + COUNTS
          + " WHERE e.kind = 'ESSAY' GROUP BY e.id, e.post, e.subject, e.created"
          + " ORDER BY e.created DESC, e.id";

  private static final String OF_SERVICE =
      COUNTED
          + "SELECT '' AS id, '' AS post, '' AS subject, "
          + COUNTS
          + " WHERE e.kind <> 'ESSAY'";

  private static final String ROWS =
      """
      SELECT reader_id, address, state, attempts, reply FROM ledger
      WHERE edition_id = :edition ORDER BY reader_id, occasion
      """;

  private Bookkeeping() {}

  static List<Books> ofEssays(Handle handle) {
    return handle.createQuery(OF_ESSAYS).map(Bookkeeping::books).list();
  }

  static Books ofService(Handle handle) {
    return handle.createQuery(OF_SERVICE).map(Bookkeeping::books).one();
  }

  private static Books books(RowView row) {
    return new Books(
        row.getColumn("id", String.class),
        row.getColumn("post", String.class),
        row.getColumn("subject", String.class),
        row.getColumn("addressed", Long.class),
        row.getColumn("waiting", Long.class),
        row.getColumn("in_flight", Long.class),
        row.getColumn("deferred", Long.class),
        row.getColumn("sent", Long.class),
        row.getColumn("failed", Long.class),
        row.getColumn("cancelled", Long.class),
        row.getColumn("unknown", Long.class));
  }

  static List<Outbox.Row> rows(Handle handle, String editionId) {
    return handle.createQuery(ROWS).bind("edition", editionId).map(Bookkeeping::row).list();
  }

  private static Outbox.Row row(RowView row) {
    return new Outbox.Row(
        row.getColumn("reader_id", Long.class),
        Optional.of(row.getColumn("address", String.class))
            .filter(address -> !address.isEmpty())
            .map(EmailAddress::new),
        LetterState.valueOf(row.getColumn("state", String.class)),
        row.getColumn("attempts", Integer.class),
        row.getColumn("reply", String.class));
  }
}
