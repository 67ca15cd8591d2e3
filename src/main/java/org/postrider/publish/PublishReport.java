package org.postrider.publish;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one pass did, or would do.
 *
 * @param posts every known post as it is now
 * @param announced what was handed to the outbox
 * @param feedsChanged whether feeds differ from before
 * @param notices sentences for the operator
 * @param nextLook when something will be due without a file having changed
 */
public record PublishReport(
    List<KnownPosts.Listed> posts,
    List<Announced> announced,
    boolean feedsChanged,
    List<String> notices,
    Optional<Instant> nextLook) {

  /**
   * @param readers how many readers it was addressed to
   */
  public record Announced(String path, String title, int readers) {}
}
