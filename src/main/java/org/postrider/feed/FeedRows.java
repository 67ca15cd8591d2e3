package org.postrider.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/** The tables {@code feed_document} and {@code feed_version}. */
final class FeedRows {

  private FeedRows() {}

  /** A document and when its bytes last changed. */
  record Row(FeedDocument document, Instant changed) {}

  /** All documents as they were at one moment, and the version of that moment. */
  record Snapshot(long version, List<Row> rows) {}

  static List<String> paths(Handle handle) {
    return handle.createQuery("SELECT path FROM feed_document").mapTo(String.class).list();
  }

  static Optional<Row> find(Handle handle, String path) {
    return handle
        .createQuery(
            "SELECT path, content_type, bytes, changed_at FROM feed_document WHERE path = :path")
        .bind("path", path)
        .map(FeedRows::row)
        .findOne();
  }

  static void write(Handle handle, Row row) {
    handle
        .createUpdate(
            "INSERT INTO feed_document (path, content_type, bytes, changed_at)"
                + " VALUES (:path, :contentType, :bytes, :changed)"
                + " ON CONFLICT (path) DO UPDATE SET content_type = excluded.content_type,"
                + " bytes = excluded.bytes, changed_at = excluded.changed_at")
        .bind("path", row.document().path())
        .bind("contentType", row.document().contentType())
        .bind("bytes", row.document().bytes())
        .bind("changed", row.changed())
        .execute();
  }

  static void remove(Handle handle, String path) {
    handle
        .createUpdate("DELETE FROM feed_document WHERE path = :path")
        .bind("path", path)
        .execute();
  }

  static void raiseVersion(Handle handle) {
    handle.createUpdate("UPDATE feed_version SET version = version + 1").execute();
  }

  static long version(Handle handle) {
    return handle.createQuery("SELECT version FROM feed_version").mapTo(Long.class).one();
  }

  /** In one statement, so that version and documents belong together without a transaction. */
  static Snapshot snapshot(Handle handle) {
    List<Versioned> all =
        handle
            .createQuery(
                "SELECT version, path, content_type, bytes, changed_at"
                    + " FROM feed_version LEFT JOIN feed_document ON 1 = 1 ORDER BY path")
            .map(FeedRows::versioned)
            .list();
    return new Snapshot(
        all.get(0).version(), all.stream().flatMap(each -> each.row().stream()).toList());
  }

  private record Versioned(long version, Optional<Row> row) {}

  private static Versioned versioned(RowView row) {
    // Without any document the outer join gives one row that has only a version.
    boolean empty = row.getColumn("path", String.class) == null;
    return new Versioned(
        row.getColumn("version", Long.class), empty ? Optional.empty() : Optional.of(row(row)));
  }

  private static Row row(RowView row) {
    return new Row(
        new FeedDocument(
            row.getColumn("path", String.class),
            row.getColumn("content_type", String.class),
            row.getColumn("bytes", byte[].class)),
        row.getColumn("changed_at", Instant.class));
  }
}
