package org.postrider.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postrider.config.Timing;
import org.quartz.JobKey;
import org.quartz.Trigger;
import org.quartz.TriggerKey;

@Timeout(60)
class ScheduleTest {

  private final Schedule schedule = new Schedule(ZoneOffset.UTC);
  private final AtomicInteger runs = new AtomicInteger();

  @AfterEach
  void close() {
    schedule.close();
  }

  @Test
  void nothingRunsBeforeTheStart() {
    schedule.define("scan", runs::incrementAndGet);
    schedule.wake("scan");
    schedule.wake("scan");
    assertThat(runs).hasValue(0);

    schedule.start();

    await().untilAtomic(runs, isAtLeast(1));
    settled();
    assertThat(runs).hasValue(1);
  }

  @Test
  void wakesDuringARunMakeExactlyOneMoreRun() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger inside = new AtomicInteger();
    AtomicBoolean overlapped = new AtomicBoolean();
    schedule.define(
        "scan",
        () -> {
          overlapped.compareAndSet(false, inside.incrementAndGet() > 1);
          running.countDown();
          waitFor(go);
          inside.decrementAndGet();
          runs.incrementAndGet();
        });
    schedule.start();
    schedule.wake("scan");
    assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();
    for (int i = 0; i < 20; i++) {
      schedule.wake("scan");
    }
    go.countDown();

    await().untilAtomic(runs, isAtLeast(2));
    settled();
    assertThat(runs).hasValue(2);
    assertThat(overlapped).isFalse();
  }

  @Test
  void aCallWhileRunningIsOneMoreRun() {
    Errand errand = new Errand("scan", () -> {});
    Errand[] self = new Errand[1];
    self[0] =
        new Errand(
            "scan",
            () -> {
              if (runs.incrementAndGet() == 1) {
                assertThat(self[0].call()).isFalse();
                assertThat(self[0].call()).isFalse();
              }
            });

    assertThat(errand.call()).isTrue();
    assertThat(errand.call()).isFalse();
    assertThat(self[0].call()).isTrue();
    self[0].run();
    assertThat(runs).hasValue(2);
    assertThat(self[0].call()).isTrue();
  }

  @Test
  void anExceptionIsSurvived() {
    schedule.define(
        "scan",
        () -> {
          runs.incrementAndGet();
          throw new IllegalStateException("the folder burns");
        });
    schedule.start();
    schedule.wake("scan");
    await().untilAtomic(runs, isAtLeast(1));
    await()
        .until(
            () -> {
              schedule.wake("scan");
              return runs.get() >= 2;
            });
  }

  @Test
  void aTimingWakesAgainAndAgainBeginningAtTheStart() {
    schedule.define("scan", runs::incrementAndGet);
    schedule.repeat("scan", new Timing.Every(Duration.ofMillis(20)));
    schedule.define("rare", () -> runs.addAndGet(1000));
    schedule.repeat("rare", new Timing.Every(Duration.ofDays(1)));
    schedule.start();

    await().untilAtomic(runs, isAtLeast(1003));
    assertThat(runs.get()).isLessThan(2000);
  }

  @Test
  void aCronLineWakesToo() {
    schedule.define("scan", runs::incrementAndGet);
    schedule.repeat("scan", new Timing.Cron("* * * * * ?"));
    schedule.start();

    await().untilAtomic(runs, isAtLeast(1));
  }

  @Test
  void aCronLineIsReadInTheGivenZone() {
    Trigger trigger =
        Triggers.repeating(
            new TriggerKey("digest"),
            new JobKey("digest"),
            new Timing.Cron("0 0 7 * * ?"),
            ZoneId.of("Asia/Shanghai"));

    assertThat(trigger.getFireTimeAfter(Date.from(Instant.parse("2026-11-23T12:00:00Z"))))
        .isEqualTo(Instant.parse("2026-11-23T23:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "often",
        "* * * * *",
        "0 0 25 * * ?",
        "0 0 7 * * ? 1971",
        "# # # # # #",
        "0 0 7 L- * ?"
      })
  void aBadCronLineIsRefusedWithASentence(String line) {
    schedule.define("scan", runs::incrementAndGet);

    assertThatThrownBy(() -> schedule.repeat("scan", new Timing.Cron(line)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("\"" + line + "\" is not a Quartz cron line (")
        .hasMessageEndingWith("write for example \"0 0 7 * * ?\" for seven every morning.");
  }

  @Test
  void anIntervalOfNothingIsRefused() {
    schedule.define("scan", runs::incrementAndGet);

    assertThatThrownBy(() -> schedule.repeat("scan", new Timing.Every(Duration.ZERO)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("can't be repeated every PT0S");
  }

  @Test
  void anAppointmentIsKeptAndALaterOneTakesItsPlace() {
    schedule.define("retry", runs::incrementAndGet);
    schedule.start();
    schedule.wakeAt("retry", Instant.now().plus(Duration.ofDays(9)));
    schedule.wakeAt("retry", Instant.now().plusMillis(100));

    await().untilAtomic(runs, isAtLeast(1));
    settled();
    assertThat(runs).hasValue(1);
  }

  @Test
  void aJobMayMakeItsOwnNextAppointment() {
    schedule.define(
        "retry",
        () -> {
          if (runs.incrementAndGet() < 4) {
            schedule.wakeAt("retry", Instant.now().plusMillis(10));
          }
        });
    schedule.start();
    schedule.wakeAt("retry", Instant.now().minusSeconds(3600));

    await().untilAtomic(runs, isAtLeast(4));
  }

  @Test
  void closingWaitsForTheRunThatIsOnAndBeginsNoOther() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    schedule.define(
        "send",
        () -> {
          running.countDown();
          waitFor(go);
          runs.incrementAndGet();
        });
    schedule.start();
    schedule.wake("send");
    assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();
    schedule.wake("send");
    Thread closing = new Thread(schedule::close);
    closing.start();
    await().until(() -> closing.getState() == Thread.State.TIMED_WAITING);
    assertThat(runs).hasValue(0);
    go.countDown();
    closing.join(20_000);

    assertThat(closing.isAlive()).isFalse();
    assertThat(runs).hasValue(1);
    schedule.close();
    schedule.wake("send");
    schedule.wakeAt("send", Instant.now());
    assertThat(runs).hasValue(1);
  }

  @Test
  void closingDoesNotWaitForEver() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (Schedule hasty = new Schedule(ZoneOffset.UTC, Duration.ofMillis(50))) {
      hasty.define(
          "stuck",
          () -> {
            running.countDown();
            waitFor(go);
            runs.incrementAndGet();
          });
      hasty.start();
      hasty.wake("stuck");
      assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(runs).hasValue(0);
    go.countDown();
    await().untilAtomic(runs, isAtLeast(1));
  }

  @Test
  void severalSchedulesLiveSideBySide() {
    try (Schedule other = new Schedule(ZoneOffset.UTC)) {
      other.define("scan", () -> runs.addAndGet(10));
      schedule.define("scan", runs::incrementAndGet);
      other.start();
      schedule.start();
      other.wake("scan");
      schedule.wake("scan");
      await().until(() -> runs.get() == 11);
    }
  }

  @Test
  void jobsOfUnknownOrTakenNamesAreRefused() {
    schedule.define("scan", runs::incrementAndGet);

    assertThatThrownBy(() -> schedule.wake("scam"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"scam\"");
    assertThatThrownBy(() -> schedule.define("scan", () -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("defined twice");
  }

  /** A job asked for later than all others has run, so that what was pending has run as well. */
  private void settled() {
    CountDownLatch last = new CountDownLatch(1);
    schedule.define("last", last::countDown);
    schedule.wakeAt("last", Instant.now().plusMillis(200));
    waitFor(last);
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static org.hamcrest.Matcher<Integer> isAtLeast(int number) {
    return org.hamcrest.Matchers.greaterThanOrEqualTo(number);
  }
}
