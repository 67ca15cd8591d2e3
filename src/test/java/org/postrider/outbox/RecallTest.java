package org.postrider.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postrider.courier.Outcome;
import org.postrider.letter.Letter;
import org.postrider.store.Database;

/** What stops a sending that is under way, by the real clock. */
final class RecallTest {

  private static final int READERS = 5_000;
  private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

  @TempDir private Path folder;
  private final RecordingCourier courier = new RecordingCourier(4);
  private Fixture post;
  private Dispatcher dispatcher;
  private String rain;

  @BeforeEach
  void open() {
    post = new Fixture(folder, InstantSource.system());
    post.addReaders(READERS);
    rain = post.announce("Rain");
    dispatcher = post.dispatcher(courier);
    courier.answer(
        letter -> {
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
          return new Outcome.Accepted("250 ok");
        });
  }

  @AfterEach
  void close() {
    dispatcher.close();
    post.close();
  }

  @Test
  void aPauseStopsSendingWithinTwoSeconds() {
    stopsWithinTwoSeconds(post.outbox::pause);
    assertThat(post.books("Rain").waiting()).isPositive();
    post.write(post.outbox::resume);
    boolean due = post.database.read(h -> post.outbox.hasDue(h, post.clock.instant()));
    assertThat(due).isTrue();
  }

  @Test
  void aHoldStopsTheEditionWithinTwoSeconds() {
    stopsWithinTwoSeconds(handle -> post.outbox.hold(handle, rain));
    assertThat(post.books("Rain").waiting()).isPositive();
  }

  @Test
  void aCancellationStopsTheEditionWithinTwoSeconds() {
    stopsWithinTwoSeconds(handle -> post.outbox.cancel(handle, rain, post.clock.instant()));
    Books books = post.books("Rain");
    assertThat(books.waiting()).isZero();
    assertThat(books.cancelled()).isPositive().isEqualTo(READERS - books.sent());
  }

  @Test
  void aDrainFinishesWhatIsInFlightAndLaysTheRestBack() {
    CountDownLatch answered = new CountDownLatch(1);
    courier.answer(letter -> answerAfter(answered));
    CompletableFuture<Boolean> sending = CompletableFuture.supplyAsync(dispatcher::sendDue);
    await().until(() -> courier.inHand() == 4);
    CompletableFuture<Void> draining =
        CompletableFuture.runAsync(() -> dispatcher.drain(Duration.ofSeconds(10)));
    await().until(() -> post.books("Rain").inFlight() == 4);
    assertThat(draining).isNotDone();
    answered.countDown();
    draining.join();
    assertThat(sending.join()).isTrue();
    assertThat(post.books("Rain").sent()).isEqualTo(4);
    assertThat(post.books("Rain").waiting()).isEqualTo(READERS - 4);
    assertThat(dispatcher.sendDue()).isFalse();
    try (Dispatcher next = post.dispatcher(new RecordingCourier(1))) {
      post.write(post.outbox::pause);
      assertThat(next.sendDue()).isTrue();
    }
  }

  @Test
  void theLockStaysWhileLettersAreUnderWayBeyondTheLimit() {
    CountDownLatch answered = new CountDownLatch(1);
    courier.answer(letter -> answerAfter(answered));
    CompletableFuture<Boolean> sending = CompletableFuture.supplyAsync(dispatcher::sendDue);
    await().until(() -> courier.inHand() == 4);
    dispatcher.drain(Duration.ZERO);
    try (Dispatcher next = post.dispatcher(new RecordingCourier(1))) {
      assertThat(next.sendDue()).isFalse();
    }
    answered.countDown();
    sending.join();
  }

  @Test
  void whatCouldNotBeRecordedIsRecordedLaterAndNoLetterBeginsMeanwhile() {
    AtomicInteger triedBefore = new AtomicInteger();
    try (Database other = Database.openEmbedded(folder)) {
      courier.answer(
          letter -> {
            if (letter.to().equals(Fixture.address(40))) {
              other.useTransaction(handle -> handle.execute("ALTER TABLE ledger RENAME TO away"));
              triedBefore.set(courier.tried().size());
            }
            return new Outcome.Accepted("250 ok");
          });
      CompletableFuture<Boolean> sending = CompletableFuture.supplyAsync(dispatcher::sendDue);
      await().until(() -> post.health.faults().containsKey("outbox"));
      await()
          .pollDelay(Duration.ofMillis(300))
          .untilAsserted(() -> assertThat(courier.inHand()).isZero());
      assertThat(courier.tried()).hasSizeLessThanOrEqualTo(triedBefore.get() + 4);
      other.useTransaction(handle -> handle.execute("ALTER TABLE away RENAME TO ledger"));
      sending.exceptionally(fault -> false).join();
    }
    dispatcher.sendDue();
    assertThat(courier.accepted()).extracting(Letter::to).hasSize(READERS).doesNotHaveDuplicates();
    assertThat(post.books("Rain").sent()).isEqualTo(READERS);
    assertThat(post.health.faults()).isEmpty();
  }

  private void stopsWithinTwoSeconds(Consumer<Handle> act) {
    CompletableFuture<Boolean> sending = CompletableFuture.supplyAsync(dispatcher::sendDue);
    await().until(() -> courier.tried().size() > 100);
    post.write(act);
    await().atMost(TWO_SECONDS).until(sending::isDone);
    Books books = post.books("Rain");
    assertThat(books.inFlight()).isZero();
    assertThat(books.sent()).isLessThan(READERS).isEqualTo(courier.accepted().size());
    assertThat(Fixture.sum(books)).isEqualTo(READERS);
  }

  private static Outcome answerAfter(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
    return new Outcome.Accepted("250 ok");
  }
}
