package org.postrider.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postrider.courier.Outcome;
import org.postrider.letter.Addressee;
import org.postrider.letter.Letter;

/** What becomes of letters, by the courier's answers, on a settable clock. */
final class DispatcherTest {

  private static final Outcome GREYLISTED = new Outcome.Deferred("451 4.7.1 greylisted");
  private static final Outcome CUT = new Outcome.Unknown("the line was cut after the final dot");
  private static final Outcome DOWN = new Outcome.Unavailable("connection refused.");

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private final RecordingCourier courier = new RecordingCourier(3);
  private Fixture post;
  private Dispatcher dispatcher;

  @BeforeEach
  void open() {
    post = new Fixture(folder, clock);
    dispatcher = post.dispatcher(courier);
  }

  @AfterEach
  void close() {
    dispatcher.close();
    post.close();
  }

  @Test
  void eachReaderGetsTheEssayOnce() {
    post.addReaders(173);
    post.announce("Rain");
    assertThat(dispatcher.sendDue()).isTrue();
    assertThat(dispatcher.sendDue()).isTrue();
    assertThat(courier.accepted()).extracting(Letter::to).hasSize(173).doesNotHaveDuplicates();
    assertThat(post.books("Rain").sent()).isEqualTo(173);
  }

  @Test
  void lettersAboutSubscriptionsLeaveBeforeEssays() {
    post.addReaders(200);
    post.announce("Rain");
    post.write(
        handle ->
            post.outbox.enqueue(
                handle, Fixture.confirmation(), Fixture.reader(900), "1", clock.instant()));
    dispatcher.sendDue();
    List<String> firstThree = courier.tried().stream().limit(3).map(Letter::to).toList();
    assertThat(firstThree).contains(Fixture.address(900));
  }

  @Test
  void anEditionIsReadOnce() {
    AtomicInteger read = new AtomicInteger();
    Function<byte[], Function<Addressee, Letter>> press =
        stored -> {
          read.incrementAndGet();
          return Fixture.press(stored);
        };
    post.addReaders(120);
    post.announce("Rain");
    dispatcher.close();
    dispatcher = post.dispatcher(courier, press);
    dispatcher.sendDue();
    assertThat(courier.accepted()).hasSize(120);
    assertThat(read).hasValue(1);
  }

  @Test
  void ofTwoDispatchersOnlyOneSends() {
    post.addReaders(5);
    post.announce("Rain");
    RecordingCourier idle = new RecordingCourier(3);
    try (Dispatcher second = post.dispatcher(idle)) {
      assertThat(dispatcher.sendDue()).isTrue();
      post.announce("Snow");
      assertThat(second.sendDue()).isFalse();
      assertThat(idle.tried()).isEmpty();
      dispatcher.close();
      assertThat(dispatcher.sendDue()).isFalse();
      assertThat(second.sendDue()).isTrue();
      assertThat(idle.accepted()).hasSize(5);
    }
  }

  @Test
  void whatADeadSenderLeftInFlightGoesOutAgainWithTheSameDate() {
    post.addReaders(3);
    post.announce("Rain");
    List<Claim> dead =
        post.database.inTransaction(handle -> new Ledger("dead").claim(handle, 2, clock.instant()));
    clock.advance(Duration.ofHours(5));
    dispatcher.sendDue();
    assertThat(courier.accepted()).hasSize(3);
    Function<Addressee, Letter> press = Fixture.press("Rain".getBytes(StandardCharsets.UTF_8));
    assertThat(courier.accepted())
        .extracting(letter -> new String(letter.bytes(), StandardCharsets.UTF_8))
        .containsAll(
            dead.stream()
                .map(claim -> press.apply(claim.addressee()).bytes())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .toList());
  }

  @Test
  void retriesFollowTheScheduleWithJitterAndTheSameBytes() {
    post.addReaders(1);
    String rain = post.announce("Rain");
    courier.answer(GREYLISTED);
    List<Duration> waits =
        List.of(
            Fixture.RETRIES.get(0),
            Fixture.RETRIES.get(1),
            Fixture.RETRIES.get(2),
            Fixture.RETRIES.get(2));
    dispatcher.sendDue();
    int attempts = 1;
    for (Duration wait : waits) {
      assertThat(post.books("Rain").deferred()).isEqualTo(1);
      clock.advance(percent(wait, 79));
      dispatcher.sendDue();
      assertThat(courier.tried()).hasSize(attempts);
      clock.advance(percent(wait, 42));
      dispatcher.sendDue();
      attempts++;
      assertThat(courier.tried()).hasSize(attempts);
      assertThat(post.rows(rain).get(0).attempts()).isEqualTo(attempts);
    }
    courier.answer(letter -> new Outcome.Accepted("250 ok"));
    clock.advance(Duration.ofDays(1));
    dispatcher.sendDue();
    assertThat(post.books("Rain").sent()).isEqualTo(1);
    assertThat(courier.tried())
        .extracting(letter -> new String(letter.bytes(), StandardCharsets.UTF_8))
        .containsOnly(new String(courier.tried().get(0).bytes(), StandardCharsets.UTF_8));
  }

  @Test
  void aLetterIsGivenUpInTheEnd() {
    post.addReaders(1);
    String rain = post.announce("Rain");
    courier.answer(GREYLISTED);
    for (int hour = 0; hour <= 73; hour++) {
      dispatcher.sendDue();
      clock.advance(Duration.ofHours(1));
    }
    Outbox.Row row = post.rows(rain).get(0);
    assertThat(row.state()).isEqualTo(LetterState.FAILED);
    assertThat(row.reply()).startsWith("gave up after ").endsWith("451 4.7.1 greylisted");
    int tried = courier.tried().size();
    clock.advance(Duration.ofDays(9));
    dispatcher.sendDue();
    assertThat(courier.tried()).hasSize(tried);
  }

  @Test
  void aRefusalFailsThatLetterOnly() {
    post.addReaders(60);
    String rain = post.announce("Rain");
    courier.answer(
        letter ->
            letter.to().equals(Fixture.address(7))
                ? new Outcome.Refused("550 5.1.1 no such user")
                : new Outcome.Accepted("250 ok"));
    dispatcher.sendDue();
    assertThat(post.books("Rain").sent()).isEqualTo(59);
    assertThat(post.rows(rain).get(6).state()).isEqualTo(LetterState.FAILED);
    assertThat(post.rows(rain).get(6).reply()).isEqualTo("550 5.1.1 no such user");
  }

  @Test
  void aLetterOfUnknownFateGoesOutAgainAtOnceAndThenOnTheSchedule() {
    post.addReaders(1);
    post.announce("Rain");
    courier.answer(CUT);
    dispatcher.sendDue();
    assertThat(courier.tried()).hasSize(2);
    assertThat(courier.tried().get(0).bytes()).isEqualTo(courier.tried().get(1).bytes());
    assertThat(post.books("Rain").deferred()).isEqualTo(1);
  }

  @Test
  void whileTheMailServerIsAwayLettersWaitUncounted() {
    post.addReaders(100);
    String rain = post.announce("Rain");
    courier.answer(DOWN);
    dispatcher.sendDue();
    dispatcher.sendDue();
    assertThat(courier.tried()).hasSizeBetween(1, 3);
    assertThat(post.health.faults().get("mail")).contains("connection refused.");
    for (int day = 0; day < 10; day++) {
      int before = courier.tried().size();
      clock.advance(Duration.ofDays(1));
      dispatcher.sendDue();
      assertThat(courier.tried()).hasSize(before + 1);
    }
    assertThat(post.rows(rain)).extracting(Outbox.Row::attempts).containsOnly(0);
    courier.answer(letter -> new Outcome.Accepted("250 ok"));
    clock.advance(Duration.ofDays(1));
    dispatcher.sendDue();
    assertThat(post.books("Rain").sent()).isEqualTo(100);
    assertThat(post.health.faults()).isEmpty();
  }

  @Test
  void theRestGrowsToFiveMinutes() {
    post.addReaders(400);
    post.announce("Rain");
    courier.answer(DOWN);
    int tried = 0;
    for (Duration passed = Duration.ZERO; passed.toMinutes() < 60; passed = passed.plusSeconds(5)) {
      dispatcher.sendDue();
      clock.advance(Duration.ofSeconds(5));
      tried = courier.tried().size();
    }
    // 5, 10, 20, 40, 80, 160 seconds, and every 300 from then on.
    assertThat(tried).isBetween(16, 22);
  }

  @Test
  void aLetterThatCanNotBePrintedFailsAlone() {
    post.addReaders(20);
    String rain = post.announce("Rain");
    dispatcher.close();
    dispatcher =
        post.dispatcher(
            courier,
            stored ->
                addressee -> {
                  if (addressee.readerId() == 4) {
                    throw new IllegalArgumentException("no hole");
                  }
                  return Fixture.press(stored).apply(addressee);
                });
    dispatcher.sendDue();
    assertThat(post.books("Rain").sent()).isEqualTo(19);
    assertThat(post.rows(rain).get(3).state()).isEqualTo(LetterState.FAILED);
    assertThat(post.rows(rain).get(3).reply()).contains("could not be printed", "no hole");
  }

  @Test
  void aLetterInFlightToAReaderWhoLeavesIsNotTriedAgain() {
    post.addReaders(1);
    post.announce("Rain");
    courier.answer(
        letter -> {
          post.write(handle -> post.outbox.withdraw(handle, 1, clock.instant()));
          return GREYLISTED;
        });
    dispatcher.sendDue();
    assertThat(post.books("Rain").cancelled()).isEqualTo(1);
  }

  @Test
  void aForgottenReadersReplyIsNotKept() {
    post.addReaders(1);
    String rain = post.announce("Rain");
    courier.answer(
        letter -> {
          post.write(handle -> post.outbox.forget(handle, 1));
          return new Outcome.Accepted("250 " + letter.to());
        });
    dispatcher.sendDue();
    assertThat(post.rows(rain).get(0).state()).isEqualTo(LetterState.SENT);
    assertThat(post.rows(rain).get(0).reply()).isEmpty();
  }

  private static Duration percent(Duration whole, int percent) {
    return whole.multipliedBy(percent).dividedBy(100);
  }
}
