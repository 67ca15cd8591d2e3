package org.postrider.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides whether so many posts are missing that the folder is not to be believed: a disk that is
 * not mounted, a clone under way. Then the last state stays.
 */
final class VanishRule {

  /** How long the last state stays when more than a third, but not all, are missing. */
  static final Duration PATIENCE = Duration.ofHours(1);

  private VanishRule() {}

  /**
   * @param since when so many were first found missing; empty when they were not at the last look
   * @param accepted whether the operator takes the folder as it is
   */
  static Verdict verdict(Count count, Optional<Instant> since, boolean accepted, Instant now) {
    if (accepted || !count.isStriking()) {
      return Verdict.BELIEVE;
    }
    boolean patient = count.isAll() || now.isBefore(since.orElse(now).plus(PATIENCE));
    return patient ? Verdict.STAY : Verdict.BELIEVE;
  }

  /** What to do with a reading of the folder. */
  enum Verdict {
    BELIEVE,
    STAY
  }

  /**
   * @param live posts that were there
   * @param missing how many of them have no file now
   * @param found how many post files there are at all
   */
  record Count(long live, long missing, long found) {

    boolean isAll() {
      return live > 0 && found == 0;
    }

    boolean isStriking() {
      return isAll() || missing * 3 > live;
    }
  }
}
