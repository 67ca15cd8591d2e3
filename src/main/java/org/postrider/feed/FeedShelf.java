package org.postrider.feed;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.postrider.feed.FeedRows.Row;
import org.postrider.feed.FeedRows.Snapshot;
import org.postrider.store.Database;

/**
 * The feed documents that are served: kept in the database, so that they survive a restart and
 * every process sees the same, and in memory with their compressed twins and validators. Safe for
 * use by several threads.
 */
public final class FeedShelf {

  private static final long NEVER_READ = -1;

  private final Database database;

  private volatile Shelf shelf = new Shelf(NEVER_READ, Map.of(), Optional.empty());

  /** An empty shelf; {@link #refresh} fills it from {@code database}. */
  public FeedShelf(Database database) {
    this.database = database;
  }

  /**
   * Puts {@code documents} in place of those on the shelf, as part of the caller's transaction. A
   * document whose bytes did not change keeps its time of change. Call {@link #refresh} after the
   * commit.
   *
   * @return whether any document changed
   */
  public boolean put(Handle handle, List<FeedDocument> documents, Instant now) {
    boolean changed = false;
    for (FeedDocument document : documents) {
      changed |= put(handle, document, now.truncatedTo(ChronoUnit.SECONDS));
    }
    Set<String> gone = new LinkedHashSet<>(FeedRows.paths(handle));
    documents.forEach(document -> gone.remove(document.path()));
    gone.forEach(path -> FeedRows.remove(handle, path));
    changed |= !gone.isEmpty();
    if (changed) {
      FeedRows.raiseVersion(handle);
    }
    return changed;
  }

  private static boolean put(Handle handle, FeedDocument document, Instant now) {
    Optional<Row> old = FeedRows.find(handle, document.path());
    if (old.isPresent() && isSame(old.get().document(), document)) {
      return false;
    }
    // RFC 9110, 8.8.2.2: Last-Modified is weak when the document can change twice within its one
    // second of resolution. So each version has a second of its own, also when the clock went back.
    Instant earliest = old.map(row -> row.changed().plusSeconds(1)).orElse(now);
    FeedRows.write(handle, new Row(document, earliest.isAfter(now) ? earliest : now));
    return true;
  }

  private static boolean isSame(FeedDocument one, FeedDocument other) {
    return one.contentType().equals(other.contentType())
        && Arrays.equals(one.bytes(), other.bytes());
  }

  /** Another number than before means that somebody has put other documents on the shelf. */
  public long version(Handle handle) {
    return FeedRows.version(handle);
  }

  /**
   * Takes over what the database holds now, if it is newer than what is in memory; cheap when it is
   * not. Call it once at start, after each {@link #put}, and now and then, because other processes
   * may put too.
   *
   * @throws BadFeed when the JSON Feed that is kept can't be read back
   */
  public synchronized void refresh() {
    Shelf current = shelf;
    if (database.read(FeedRows::version) == current.version()) {
      return;
    }
    Snapshot snapshot = database.read(FeedRows::snapshot);
    Map<String, Shelved> documents = new HashMap<>();
    for (Row row : snapshot.rows()) {
      String path = row.document().path();
      Shelved known = current.documents().get(path);
      documents.put(path, known != null && known.is(row) ? known : Shelved.of(row));
    }
    Optional<Front> front =
        Optional.ofNullable(documents.get(FeedPress.JSON))
            .map(json -> FrontPage.read(json.document().bytes()));
    shelf = new Shelf(snapshot.version(), Map.copyOf(documents), front);
  }

  /**
   * What the newest feed says of the site and its newest essays; empty before the first one is put.
   */
  public Optional<Front> front() {
    return shelf.front();
  }

  /** The document at {@code path}. */
  public Optional<Shelved> at(String path) {
    return Optional.ofNullable(shelf.documents().get(path));
  }

  /** All that was on the shelf at one moment. */
  private record Shelf(long version, Map<String, Shelved> documents, Optional<Front> front) {}

  /**
   * The site's front, for pages; read back from the JSON Feed on the shelf, so that it says what
   * feeds say.
   */
  public record Front(
      String title, String description, URI home, String language, List<Headline> headlines) {}

  /** One essay in a list. */
  public record Headline(
      String title, URI url, Instant published, String language, String summary) {}

  /**
   * A document with all that HTTP wants.
   *
   * @param gzip the same bytes compressed
   * @param etag strong, quoted, of the identity bytes
   * @param gzipEtag strong, quoted, of the compressed bytes
   * @param changed when the bytes last changed, in whole seconds
   */
  public record Shelved(
      FeedDocument document, byte[] gzip, String etag, String gzipEtag, Instant changed) {

    static Shelved of(Row row) {
      byte[] bytes = row.document().bytes();
      String hash = Packing.hash(bytes);
      return new Shelved(
          row.document(),
          Packing.gzip(bytes),
          "\"" + hash + "\"",
          "\"" + hash + "-gz\"",
          row.changed());
    }

    private boolean is(Row row) {
      return changed.equals(row.changed()) && isSame(document, row.document());
    }
  }
}
