package org.postrider.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postrider.courier.Outcome;
import org.postrider.letter.Letter;

/** Whatever is done in whatever order, the books balance and no letter is accepted twice. */
final class BalanceTest {

  private static final int READERS = 30;
  private static final int STEPS = 120;

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private final RecordingCourier courier = new RecordingCourier(3);
  private final List<String> editions = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theBooksBalanceAfterEachStepOfARandomWalk(long seed) {
    Random random = new Random(seed);
    courier.answer(letter -> answer(random));
    try (Fixture post = new Fixture(folder, clock);
        Dispatcher dispatcher = post.dispatcher(courier)) {
      post.addReaders(READERS);
      for (int step = 0; step < STEPS; step++) {
        step(random, post, dispatcher, step);
        balances(post, "step " + step + " of seed " + seed);
      }
      finish(post, dispatcher);
      balances(post, "the end of seed " + seed);
      everyLetterIsSettled(post);
    }
  }

  private void step(Random random, Fixture post, Dispatcher dispatcher, int step) {
    long reader = 1 + random.nextInt(READERS);
    String edition = editions.isEmpty() ? "none" : editions.get(random.nextInt(editions.size()));
    Outbox outbox = post.outbox;
    switch (random.nextInt(12)) {
      case 0, 1 -> editions.add(post.announce("Essay " + step));
      case 2 ->
          post.write(
              handle ->
                  outbox.enqueue(
                      handle,
                      Fixture.confirmation(),
                      Fixture.reader(reader),
                      "" + step,
                      clock.instant()));
      case 3 -> post.write(handle -> outbox.withdraw(handle, reader, clock.instant()));
      case 4 -> post.write(handle -> outbox.cancel(handle, edition, clock.instant()));
      case 5 -> post.write(handle -> outbox.retry(handle, edition, clock.instant()));
      case 6 -> post.write(handle -> outbox.forget(handle, reader));
      case 7 -> post.write(random.nextBoolean() ? outbox::pause : outbox::resume);
      case 8 -> post.write(handle -> holdOrRelease(random, outbox, handle, edition));
      case 9 -> clock.advance(Duration.ofMinutes(random.nextInt(600)));
      default -> dispatcher.sendDue();
    }
  }

  private static void holdOrRelease(Random random, Outbox outbox, Handle handle, String edition) {
    if (random.nextBoolean()) {
      outbox.hold(handle, edition);
    } else {
      outbox.release(handle, edition);
    }
  }

  private static synchronized Outcome answer(Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> new Outcome.Deferred("451 later");
      case 1 -> new Outcome.Refused("550 no");
      case 2 -> new Outcome.Unknown("cut");
      case 3 -> random.nextInt(5) == 0 ? new Outcome.Unavailable("away") : accepted();
      default -> accepted();
    };
  }

  private static Outcome accepted() {
    return new Outcome.Accepted("250 ok");
  }

  private void balances(Fixture post, String when) {
    List<Books> all = new ArrayList<>(post.database.read(post.outbox::books));
    assertThat(all).hasSize(editions.size());
    all.add(post.database.read(post.outbox::serviceBooks));
    assertThat(all)
        .as(when)
        .allSatisfy(
            books -> {
              assertThat(Fixture.sum(books)).isEqualTo(books.addressed());
              assertThat(books.inFlight()).isZero();
            });
    assertThat(all.stream().mapToLong(Books::addressed).sum())
        .as(when)
        .isEqualTo(count(post, "SELECT COUNT(*) FROM ledger"));
    assertThat(all.stream().mapToLong(Books::sent).sum())
        .as(when)
        .isEqualTo(courier.accepted().size());
  }

  private void finish(Fixture post, Dispatcher dispatcher) {
    post.write(post.outbox::resume);
    post.write(handle -> editions.forEach(id -> post.outbox.release(handle, id)));
    courier.answer(accepted());
    for (int tries = 0; tries < 5; tries++) {
      clock.advance(Duration.ofHours(5));
      dispatcher.sendDue();
    }
  }

  private void everyLetterIsSettled(Fixture post) {
    assertThat(
            count(
                post,
                "SELECT COUNT(*) FROM ledger WHERE state NOT IN ('SENT', 'FAILED', 'CANCELLED')"))
        .isZero();
    assertThat(courier.accepted().stream().map(Letter::messageId).collect(Collectors.toList()))
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }

  private static long count(Fixture post, String sql) {
    return post.database.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }
}
