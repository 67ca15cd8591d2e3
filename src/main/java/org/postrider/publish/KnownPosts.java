package org.postrider.publish;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.SqlStatement;
import org.postrider.post.Post;
import org.postrider.post.PostProblem;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table of known posts. Whoever writes to it holds the scan lock; every method works in the
 * caller's transaction.
 */
public final class KnownPosts {

  private static final String SELECT =
      "SELECT p.*, v.hash, v.path AS version_path, v.url, v.slug, v.title, v.titles, v.language, v.published, v.updated,"
          + " v.categories, v.tags, v.text_print"
          + " FROM known_post p LEFT JOIN post_version v ON v.number = p.number ORDER BY p.number";

  private final JsonMapper json = new JsonMapper();

  /** Every row, in the order of first sight. */
  List<KnownPost> all(Handle handle) {
    return handle.createQuery(SELECT).reduceRows(new ArrayList<>(), this::append);
  }

  private List<KnownPost> append(List<KnownPost> posts, RowView row) {
    posts.add(
        new KnownPost(
            row.getColumn("number", Long.class),
            row.getColumn("path", String.class),
            row.getColumn("feed_id", String.class),
            Standing.valueOf(row.getColumn("standing", String.class)),
            new KnownPost.Sighting(
                row.getColumn("seen_hash", String.class),
                row.getColumn("present", Long.class) == 1,
                row.getColumn("changed", Instant.class),
                row.getColumn("first_seen", Instant.class)),
            Optional.ofNullable(row.getColumn("hash", String.class))
                .map(hash -> version(hash, row)),
            Optional.ofNullable(row.getColumn("news_at", Instant.class))
                .map(at -> new KnownPost.News(at, row.getColumn("news_by_rule", Long.class) == 1)),
            new KnownPost.Shown(
                PostState.valueOf(row.getColumn("state", String.class)),
                row.getColumn("why", String.class),
                problem(row.getColumn("problem", String.class)))));
    return posts;
  }

  private Version version(String hash, RowView row) {
    return new Version(
        hash,
        row.getColumn("version_path", String.class),
        URI.create(row.getColumn("url", String.class)),
        row.getColumn("slug", String.class),
        row.getColumn("title", String.class),
        texts(row.getColumn("titles", String.class)),
        row.getColumn("language", String.class),
        row.getColumn("published", Instant.class),
        row.getColumn("updated", Instant.class),
        texts(row.getColumn("categories", String.class)),
        texts(row.getColumn("tags", String.class)),
        row.getColumn("text_print", Long.class));
  }

  private List<String> texts(String stored) {
    return json.readValue(stored, new TypeReference<List<String>>() {});
  }

  private Optional<PostProblem> problem(String stored) {
    return stored.isEmpty()
        ? Optional.empty()
        : Optional.of(json.readValue(stored, PostProblem.class));
  }

  /**
   * Writes the row of {@code post}; its version too, when it has one and {@code source} holds the
   * version's bytes.
   */
  void save(Handle handle, KnownPost post, Optional<byte[]> source) {
    savePost(handle, post);
    post.version().ifPresent(version -> saveVersion(handle, post.number(), version, source));
  }

  private void savePost(Handle handle, KnownPost post) {
    handle
        .createUpdate(
            "INSERT INTO known_post (number, path, feed_id, standing, seen_hash, present, changed, first_seen, news_at,"
                + " news_by_rule, state, why, problem) VALUES (:number, :path, :feedId, :standing, :seenHash, :present,"
                + " :changed, :firstSeen, :newsAt, :newsByRule, :state, :why, :problem)"
                + " ON CONFLICT (number) DO UPDATE SET path = excluded.path, feed_id = excluded.feed_id,"
                + " standing = excluded.standing, seen_hash = excluded.seen_hash, present = excluded.present,"
                + " changed = excluded.changed, news_at = excluded.news_at, news_by_rule = excluded.news_by_rule,"
                + " state = excluded.state, why = excluded.why, problem = excluded.problem")
        .bind("number", post.number())
        .bind("path", post.path())
        .bind("feedId", post.feedId())
        .bind("standing", post.standing().name())
        .bind("seenHash", post.sighting().hash())
        .bind("present", post.sighting().present() ? 1L : 0L)
        .bind("changed", post.sighting().changed())
        .bind("firstSeen", post.sighting().firstSeen())
        .bind("newsAt", post.news().map(KnownPost.News::at).orElse(null))
        .bind("newsByRule", post.news().filter(KnownPost.News::byRule).isPresent() ? 1L : 0L)
        .bind("state", post.shown().state().name())
        .bind("why", post.shown().why())
        .bind("problem", post.shown().problem().map(json::writeValueAsString).orElse(""))
        .execute();
  }

  private void saveVersion(Handle handle, long number, Version version, Optional<byte[]> source) {
    String columns =
        "hash = :hash, path = :path, url = :url, slug = :slug, title = :title, titles = :titles, language = :language,"
            + " published = :published, updated = :updated, categories = :categories, tags = :tags,"
            + " text_print = :print";
    int updated =
        bind(
                handle.createUpdate(
                    "UPDATE post_version SET "
                        + columns
                        + (source.isPresent() ? ", source = :source" : "")
                        + " WHERE number = :number"),
                number,
                version,
                source)
            .execute();
    if (updated == 0) {
      bind(
              handle.createUpdate(
                  "INSERT INTO post_version (number, hash, path, url, first_url, slug, title, titles, language, published,"
                      + " updated, categories, tags, text_print, source) VALUES (:number, :hash, :path, :url, :url,"
                      + " :slug, :title, :titles, :language, :published, :updated, :categories, :tags, :print, :source)"),
              number,
              version,
              source)
          .execute();
    }
  }

  private <S extends SqlStatement<S>> S bind(
      S statement, long number, Version version, Optional<byte[]> source) {
    source.ifPresent(bytes -> statement.bind("source", bytes));
    return statement
        .bind("number", number)
        .bind("hash", version.hash())
        .bind("path", version.path())
        .bind("url", version.url().toString())
        .bind("slug", version.slug())
        .bind("title", version.title())
        .bind("titles", json.writeValueAsString(version.titles()))
        .bind("language", version.language())
        .bind("published", version.published())
        .bind("updated", version.updated())
        .bind("categories", json.writeValueAsString(version.categories()))
        .bind("tags", json.writeValueAsString(version.tags()))
        .bind("print", version.print());
  }

  /** Forgets a row that only remembered a sighting. */
  void remove(Handle handle, long number) {
    handle
        .createUpdate("DELETE FROM known_post WHERE number = :number")
        .bind("number", number)
        .execute();
  }

  /** The bytes from which the last good form of the post was read. */
  Optional<byte[]> source(Handle handle, long number) {
    return handle
        .createQuery("SELECT source FROM post_version WHERE number = :number")
        .bind("number", number)
        .mapTo(byte[].class)
        .findOne();
  }

  /** One line per post, for commands and pages, in the order of first sight. */
  public List<Listed> list(Handle handle) {
    return all(handle).stream().map(post -> Listed.of(post, Optional.empty())).toList();
  }

  /**
   * One post as {@code posts list} shows it. Texts are empty where nothing is known yet.
   *
   * @param why a sentence on why it is or is not news
   */
  public record Listed(
      String path,
      String id,
      String url,
      String title,
      Optional<Instant> published,
      Optional<Instant> updated,
      String language,
      List<String> categories,
      List<String> tags,
      PostState state,
      String why,
      Optional<PostProblem> problem) {

    /**
     * @param read the file as it is now, when it can be read: it says more of a post without a good
     *     form yet
     */
    static Listed of(KnownPost post, Optional<Post> read) {
      Optional<Version> version = post.version().or(() -> read.map(Version::of));
      return new Listed(
          post.path(),
          post.feedId(),
          version.map(known -> known.url().toString()).orElse(""),
          version.map(Version::title).orElse(""),
          version.map(Version::published),
          version.map(Version::updated),
          version.map(Version::language).orElse(""),
          version.map(Version::categories).orElse(List.of()),
          version.map(Version::tags).orElse(List.of()),
          post.shown().state(),
          post.shown().why(),
          post.shown().problem());
    }
  }
}
