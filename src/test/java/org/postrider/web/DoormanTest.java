package org.postrider.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DoormanTest {

  private Instant now = Instant.parse("2026-11-23T12:00:00Z");
  private final Doorman doorman = new Doorman(3, 8, () -> now);

  @Test
  void aNeighbourhoodIsLetInSoOftenAndThenWaits() {
    assertThat(admitted("203.0.113.1", "203.0.113.2", "203.0.113.254")).isEqualTo(3);
    assertThat(wait("203.0.113.9")).isEqualTo(Duration.ofMinutes(20));
    assertThat(wait("203.0.114.9")).isZero();
  }

  @Test
  void anIpv6NetworkIsOneNeighbourhood() {
    assertThat(admitted("2001:db8::1", "2001:db8::2", "2001:db8::ffff:1")).isEqualTo(3);
    assertThat(wait("2001:db8::3")).isPositive();
    assertThat(wait("2001:db8:0:1::3")).isZero();
  }

  @Test
  void whoWaitedIsLetInAgain() {
    admitted("203.0.113.1", "203.0.113.1", "203.0.113.1");
    now = now.plus(wait("203.0.113.1"));
    assertThat(wait("203.0.113.1")).isZero();
    assertThat(wait("203.0.113.1")).isPositive();
  }

  @Test
  void thereIsALimitForAllTogether() {
    assertThat(
            admitted(
                "198.51.1.1",
                "198.51.2.1",
                "198.51.3.1",
                "198.51.4.1",
                "198.51.5.1",
                "198.51.6.1",
                "198.51.7.1",
                "198.51.8.1",
                "198.51.9.1"))
        .isEqualTo(8);
  }

  @Test
  void thisMachineIsOnlyCountedAmongAll() {
    assertThat(admitted("127.0.0.1", "127.0.0.1", "127.0.0.1", "127.0.0.1", "::1")).isEqualTo(5);
  }

  private int admitted(String... clients) {
    int admitted = 0;
    for (String client : clients) {
      admitted += wait(client).isZero() ? 1 : 0;
    }
    return admitted;
  }

  private Duration wait(String client) {
    try {
      return doorman.admit(InetAddress.getByName(client));
    } catch (UnknownHostException cause) {
      throw new AssertionError(cause);
    }
  }
}
