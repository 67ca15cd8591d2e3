package org.postrider.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.postrider.monitor.Health;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pause after the mail server could not be used: no letter is claimed until it is over, and it
 * grows each time. Safe for several threads.
 */
final class Rest {

  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Logger LOG = LoggerFactory.getLogger(Rest.class);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** As health names the mail server. */
  static final String PART = "mail";

  private final InstantSource clock;
  private final Health health;
  private Duration next = FIRST;
  private Instant until = Instant.MIN;
  private boolean troubled;

  Rest(InstantSource clock, Health health) {
    this.clock = clock;
    this.health = health;
  }

  /** The mail server could not be used. Told by several threads at once, it counts once. */
  synchronized void begin(String reply) {
    troubled = true;
    if (isOn()) {
      return;
    }
    until = clock.instant().plus(next);
    String sentence =
        "The mail server can't be used: "
            + reply
            + " All letters wait; the next one tries it in "
            + next.toSeconds()
            + " seconds.";
    health.fails(PART, sentence);
    LOG.warn(sentence);
    next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
  }

  /** The mail server has answered. */
  synchronized void end() {
    if (troubled) {
      LOG.warn("The mail server can be used again.");
    }
    troubled = false;
    until = Instant.MIN;
    next = FIRST;
    health.works(PART);
  }

  synchronized boolean isOn() {
    Instant now = clock.instant();
    // A clock that was set back must not make the rest longer than any may be.
    return now.isBefore(until) && !now.isBefore(until.minus(LONGEST));
  }

  /** Whether the mail server has not answered since it could not be used. */
  synchronized boolean isTroubled() {
    return troubled;
  }
}
