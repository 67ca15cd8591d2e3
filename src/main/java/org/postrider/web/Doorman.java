package org.postrider.web;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Lets sign-ups in at a bearable pace, so that the form can't be used to flood strangers with
 * confirmation letters: so many an hour from one neighbourhood of addresses, and so many in all.
 * Keeps one time per neighbourhood: that at which its allowance is whole again. Safe for use by
 * several threads.
 */
final class Doorman {

  private static final Duration WINDOW = Duration.ofHours(1);
  private static final String ALL = "all";

  private final int perNeighbourhood;
  private final int inAll;
  private final InstantSource clock;

  /** No larger than {@link #inAll} allows: what is whole again is forgotten. */
  private final Map<String, Instant> wholeAt = new HashMap<>();

  Doorman(int perNeighbourhood, int inAll, InstantSource clock) {
    this.perNeighbourhood = perNeighbourhood;
    this.inAll = inAll;
    this.clock = clock;
  }

  /** How long {@code client} has to wait; zero: he is let in, and it is counted. */
  synchronized Duration admit(InetAddress client) {
    Instant now = clock.instant();
    wholeAt.values().removeIf(whole -> !whole.isAfter(now));
    Duration wait = wait(ALL, inAll, now);
    // Behind a proxy that does not say for whom it asks, everybody comes from this machine.
    if (wait.isZero() && !client.isLoopbackAddress()) {
      wait = wait(neighbourhood(client), perNeighbourhood, now);
      if (wait.isZero()) {
        count(neighbourhood(client), perNeighbourhood, now);
      }
    }
    if (wait.isZero()) {
      count(ALL, inAll, now);
    }
    return wait;
  }

  private Duration wait(String whose, int allowance, Instant now) {
    Instant next = next(whose, allowance, now);
    Duration over = Duration.between(now.plus(WINDOW), next);
    return over.isNegative() ? Duration.ZERO : over;
  }

  private void count(String whose, int allowance, Instant now) {
    wholeAt.put(whose, next(whose, allowance, now));
  }

  private Instant next(String whose, int allowance, Instant now) {
    return wholeAt.getOrDefault(whose, now).plus(WINDOW.dividedBy(allowance));
  }

  /** An IPv4 /24 or an IPv6 /64: as much as one customer commonly has. */
  private static String neighbourhood(InetAddress client) {
    byte[] address = client.getAddress();
    return Arrays.toString(Arrays.copyOf(address, address.length == 4 ? 3 : 8));
  }
}
