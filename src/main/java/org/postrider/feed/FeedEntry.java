package org.postrider.feed;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.postrider.post.Post;

/**
 * One essay as feeds show it.
 *
 * @param id fixed for ever
 * @param title plain text
 * @param summary plain text, possibly empty
 * @param html the whole essay as a sanitised HTML fragment with absolute URLs; empty in a summary
 *     feed
 */
public record FeedEntry(
    String id,
    String title,
    URI url,
    Instant published,
    Instant updated,
    String language,
    List<String> authors,
    List<String> categories,
    List<String> tags,
    String summary,
    String html) {

  /**
   * The entry of {@code post}.
   *
   * @param id under which feeds show the post
   * @param updated when its text last changed significantly
   * @param html its rendered body; empty in a summary feed
   */
  public static FeedEntry of(Post post, String id, Instant updated, String html) {
    return new FeedEntry(
        id,
        post.title(),
        post.url(),
        post.published(),
        updated,
        post.language(),
        post.authors(),
        post.categories(),
        post.tags(),
        post.summary(),
        html);
  }

  /** Categories and tags, each once: feeds make no difference between them. */
  List<String> terms() {
    return Stream.concat(categories.stream(), tags.stream()).distinct().toList();
  }
}
