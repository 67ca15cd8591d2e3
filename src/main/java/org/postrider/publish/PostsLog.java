package org.postrider.publish;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line per change in what is known of a post. */
final class PostsLog {

  private static final Logger log = LoggerFactory.getLogger("posts");

  void tell(List<KnownPost> before, List<KnownPost> after) {
    Map<Long, KnownPost.Shown> shown = new HashMap<>();
    before.forEach(post -> shown.put(post.number(), post.shown()));
    long baseline = 0;
    for (KnownPost post : after) {
      if (post.shown().equals(shown.get(post.number()))) {
        continue;
      }
      switch (post.shown().state()) {
        case BASELINE -> baseline++;
        case BROKEN ->
            post.shown()
                .problem()
                .ifPresent(problem -> log.warn("broken {} ({})", problem, post.shown().why()));
        case HELD -> log.warn("post={} held: {}", name(post), post.shown().why());
        // How many readers it was announced to is told by who knows it.
        case ANNOUNCED -> {}
        case SETTLING -> log.debug("post={} settling: {}", name(post), post.shown().why());
        case NEWS, DRAFT, FUTURE, SKIPPED, GONE ->
            log.info("post={} {}: {}", name(post), post.shown().state().word(), post.shown().why());
      }
    }
    if (baseline > 0) {
      log.info(
          "posts={} baseline: they were there before the first scan, and are not mailed", baseline);
    }
  }

  /** A file's name may hold anything, a line break too, and a line of the log must stay one. */
  private static String name(KnownPost post) {
    return post.path().replaceAll("\\p{Cntrl}", "?");
  }
}
