package org.postrider.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Decides whether new posts are a flood: more of them becoming news within a time than the author
 * is likely to mean. All that wait to settle count as one batch, and while any post is held by this
 * rule later ones join it.
 */
record FloodRule(int atMost, Duration within) {

  /**
   * @param before the posts as they were
   * @param candidates how many posts are new now, settled or not
   */
  boolean isFlood(List<KnownPost> before, long candidates, Instant now) {
    boolean anyHeld =
        before.stream()
            .anyMatch(post -> post.standing() == Standing.HELD_IN_FLOOD && !post.isGone());
    long recent =
        before.stream()
            .flatMap(post -> post.news().stream())
            .filter(news -> news.byRule() && news.at().isAfter(now.minus(within)))
            .count();
    return anyHeld || recent + candidates > atMost;
  }
}
