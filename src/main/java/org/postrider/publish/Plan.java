package org.postrider.publish;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postrider.post.Post;

/**
 * What a scan is about to change.
 *
 * @param posts all known posts as they will be
 * @param forgotten numbers of rows that only remembered a sighting and are needed no more
 * @param settled posts whose form of now becomes the last good one, by number
 * @param due posts to announce now, by number
 * @param nextLook when something will be due without a file having changed
 * @param vanishedSince since when the folder, or so many posts, are missing that the last state
 *     stays; empty: all is well
 * @param notices sentences for the operator
 */
record Plan(
    List<KnownPost> posts,
    List<Long> forgotten,
    Map<Long, Post> settled,
    Map<Long, Post> due,
    Optional<Instant> nextLook,
    Optional<Instant> vanishedSince,
    List<String> notices) {

  /** Whether the folder is not believed, so that everything stays as it was. */
  boolean stays() {
    return vanishedSince.isPresent();
  }
}
