package org.postrider.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.postrider.courier.Outcome;

/** Decides what a courier's answer means for a letter, and when it is tried again. */
final class RetryPlan {

  private static final double JITTER = 0.2;
  private static final int REPLY_LIMIT = 500;

  private final List<Duration> retries;
  private final Duration giveUp;
  private final RandomGenerator random;

  /**
   * @param retries the wait before each further attempt, at least one; the last repeats
   * @param giveUp how long after its first attempt a letter is tried for the last time
   */
  RetryPlan(List<Duration> retries, Duration giveUp, RandomGenerator random) {
    this.retries = List.copyOf(retries);
    this.giveUp = giveUp;
    this.random = random;
  }

  /** What to enter for {@code claim} after the courier said {@code outcome}. */
  Entry entry(Claim claim, Outcome outcome, Instant now) {
    String reply = shortened(outcome.reply());
    if (outcome instanceof Outcome.Accepted) {
      return tried(claim, LetterState.SENT, now, reply, now);
    }
    if (outcome instanceof Outcome.Refused) {
      return tried(claim, LetterState.FAILED, now, reply, now);
    }
    if (outcome instanceof Outcome.Unavailable) {
      return untried(claim, reply, now);
    }
    // A line that is cut once may hold the next time; one that is cut each time must not bring the
    // reader the same letter without end.
    if (outcome instanceof Outcome.Unknown && claim.attempts() == 0) {
      return tried(claim, LetterState.WAITING, now, reply, now);
    }
    return laterOrNever(claim, reply, now);
  }

  /** What to enter for a letter that could not be printed. */
  Entry unprintable(Claim claim, String reason, Instant now) {
    return tried(claim, LetterState.FAILED, now, shortened(reason), now);
  }

  /** Nothing was handed over, so neither the attempts nor the time to give up count it. */
  private Entry untried(Claim claim, String reply, Instant now) {
    return new Entry(
        claim,
        LetterState.DEFERRED,
        claim.attempts(),
        now.plus(wait(0)),
        claim.firstAttempt(),
        reply);
  }

  private Entry laterOrNever(Claim claim, String reply, Instant now) {
    Instant end = claim.firstAttempt().orElse(now).plus(giveUp);
    if (!now.isBefore(end)) {
      String reason = "gave up after " + (claim.attempts() + 1) + " attempts; the last: " + reply;
      return tried(claim, LetterState.FAILED, now, shortened(reason), now);
    }
    Instant next = now.plus(wait(claim.attempts()));
    return tried(claim, LetterState.DEFERRED, next.isBefore(end) ? next : end, reply, now);
  }

  private static Entry tried(
      Claim claim, LetterState state, Instant nextAttempt, String reply, Instant now) {
    Optional<Instant> first = Optional.of(claim.firstAttempt().orElse(now));
    return new Entry(claim, state, claim.attempts() + 1, nextAttempt, first, reply);
  }

  /** So that what was put off together does not come back together. */
  private Duration wait(int attempts) {
    Duration step = retries.get(Math.min(attempts, retries.size() - 1));
    double factor;
    synchronized (random) {
      factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
    }
    return Duration.ofMillis(Math.round(step.toMillis() * factor));
  }

  private static String shortened(String reply) {
    return reply.length() <= REPLY_LIMIT ? reply : reply.substring(0, REPLY_LIMIT);
  }
}
