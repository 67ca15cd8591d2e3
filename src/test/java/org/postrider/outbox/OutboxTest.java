package org.postrider.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postrider.subscriber.Audience;

final class OutboxTest {

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private Fixture post;

  @BeforeEach
  void open() {
    post = new Fixture(folder, clock);
    post.addReaders(5);
  }

  @AfterEach
  void close() {
    post.close();
  }

  @Test
  void anEssayIsAddressedToEachReaderOnce() {
    assertThat(announce("Rain", Fixture.EVERYBODY)).isEqualTo(5);
    assertThat(announce("Rain", Fixture.EVERYBODY)).isZero();
    assertThat(post.books("Rain").addressed()).isEqualTo(5);
    assertThat(post.rows(post.books("Rain").id()))
        .extracting(row -> row.address().orElseThrow().text())
        .containsExactlyInAnyOrder(
            "reader1@a.example",
            "reader2@a.example",
            "reader3@a.example",
            "reader4@a.example",
            "reader5@a.example");
  }

  @Test
  void onlyReadersWhoWantTheEssayAreAddressed() {
    post.write(
        handle -> {
          handle.execute("UPDATE reader SET state = 'unsubscribed' WHERE id = 1");
          handle.execute("UPDATE reader SET language = 'de' WHERE id = 2");
          handle.execute("INSERT INTO reader_topic VALUES (3, 'music', 'music')");
          handle.execute("INSERT INTO reader_topic VALUES (4, 'rain', 'rain')");
        });
    assertThat(announce("Rain", new Audience("en", List.of("Rain")))).isEqualTo(2);
    assertThat(post.rows(post.books("Rain").id()))
        .extracting(Outbox.Row::readerId)
        .containsExactly(4L, 5L);
  }

  @Test
  void nothingIsDueBeforeItsTime() {
    Instant later = clock.instant().plus(Duration.ofHours(1));
    post.write(
        handle ->
            post.outbox.announce(
                handle, Fixture.essay("Rain"), "rain", Fixture.EVERYBODY, later, clock.instant()));
    assertThat(isDue()).isFalse();
    clock.advance(Duration.ofHours(1));
    assertThat(isDue()).isTrue();
  }

  @Test
  void equalLettersAboutSubscriptionsShareAnEdition() {
    enqueue(1, "first");
    enqueue(1, "first");
    enqueue(1, "second");
    enqueue(2, "first");
    assertThat(post.database.read(post.outbox::serviceBooks).addressed()).isEqualTo(3);
    assertThat(post.database.read(post.outbox::books)).isEmpty();
    assertThat(count("SELECT COUNT(*) FROM edition")).isEqualTo(1);
  }

  @Test
  void aReaderWhoLeavesGetsNoEssayButTheGoodbye() {
    String rain = post.announce("Rain");
    enqueue(1, "goodbye");
    int cancelled =
        post.database.inTransaction(handle -> post.outbox.withdraw(handle, 1, clock.instant()));
    assertThat(cancelled).isEqualTo(1);
    assertThat(post.rows(rain).get(0).state()).isEqualTo(LetterState.CANCELLED);
    assertThat(post.books("Rain").waiting()).isEqualTo(4);
    assertThat(post.database.read(post.outbox::serviceBooks).waiting()).isEqualTo(1);
  }

  @Test
  void aForgottenReaderLeavesNoAddressAndTheBooksBalance() {
    String rain = post.announce("Rain");
    enqueue(1, "welcome");
    post.write(handle -> handle.execute("UPDATE ledger SET reply = 'reader1@a.example is full'"));
    post.write(handle -> post.outbox.forget(handle, 1));
    assertThat(post.rows(rain).get(0).address()).isEmpty();
    assertThat(
            count(
                "SELECT COUNT(*) FROM ledger WHERE address || reply LIKE '%reader1@%' AND reader_id = 1"))
        .isZero();
    Books books = post.books("Rain");
    assertThat(books.cancelled()).isEqualTo(1);
    assertThat(Fixture.sum(books)).isEqualTo(books.addressed()).isEqualTo(5);
  }

  @Test
  void cancellingAnEditionLeavesTheOthers() {
    String rain = post.announce("Rain");
    post.announce("Snow");
    int cancelled =
        post.database.inTransaction(handle -> post.outbox.cancel(handle, rain, clock.instant()));
    assertThat(cancelled).isEqualTo(5);
    assertThat(post.books("Rain").cancelled()).isEqualTo(5);
    assertThat(post.books("Snow").waiting()).isEqualTo(5);
  }

  @Test
  void aRetryLeavesReadersAloneWhoHaveLeft() {
    String rain = post.announce("Rain");
    post.write(handle -> handle.execute("UPDATE ledger SET state = 'FAILED' WHERE reader_id < 3"));
    post.write(handle -> post.outbox.withdraw(handle, 1, clock.instant()));
    int again =
        post.database.inTransaction(handle -> post.outbox.retry(handle, rain, clock.instant()));
    assertThat(again).isEqualTo(1);
    assertThat(post.rows(rain).get(0).state()).isEqualTo(LetterState.FAILED);
    assertThat(post.rows(rain).get(1).state()).isEqualTo(LetterState.WAITING);
  }

  @Test
  void nothingIsDueWhilePausedOrHeld() {
    String rain = post.announce("Rain");
    post.write(post.outbox::pause);
    assertThat(post.database.read(post.outbox::isPaused)).isTrue();
    assertThat(isDue()).isFalse();
    post.write(post.outbox::resume);
    assertThat(isDue()).isTrue();
    post.write(handle -> post.outbox.hold(handle, rain));
    assertThat(isDue()).isFalse();
    post.write(handle -> post.outbox.release(handle, rain));
    assertThat(isDue()).isTrue();
  }

  @Test
  void theNewestEditionStandsFirst() {
    post.announce("Rain");
    clock.advance(Duration.ofDays(1));
    post.announce("Snow");
    assertThat(post.database.read(post.outbox::books))
        .extracting(Books::subject)
        .containsExactly("Snow", "Rain");
  }

  @Test
  void aClaimedLetterIsNotClaimedTwice() {
    post.announce("Rain");
    Ledger ledger = new Ledger("here");
    List<Claim> first = claim(ledger, 3);
    List<Claim> second = claim(ledger, 3);
    assertThat(first).hasSize(3);
    assertThat(second).hasSize(2).doesNotContainAnyElementsOf(first);
    assertThat(claim(ledger, 3)).isEmpty();
    assertThat(post.books("Rain").inFlight()).isEqualTo(5);
  }

  @Test
  void theQuestionWhatIsDueReadsNoLettersThatLeft() {
    List<String> plan = plan(Ledger.DUE_EDITIONS);
    assertThat(plan).anyMatch(step -> step.contains("INDEX ledger_due"));
    assertThat(plan)
        .noneMatch(step -> step.contains("ledger_settled") || step.startsWith("SCAN ledger"));
    assertThat(plan(Ledger.DUE_LETTERS))
        .singleElement()
        .asString()
        .contains("USING INDEX ledger_due (edition_id=? AND next_attempt<?)");
  }

  @Test
  void theBooksAreCountedInTheIndexesAlone() {
    assertThat(plan(Bookkeeping.OF_ESSAYS))
        .filteredOn(step -> step.contains("ledger"))
        .hasSize(3)
        .allMatch(step -> step.contains("USING COVERING INDEX ledger_"));
  }

  private List<String> plan(String sql) {
    return post.database.read(
        handle ->
            handle
                .createQuery("EXPLAIN QUERY PLAN " + sql)
                .bind("now", clock.instant())
                .bind("edition", "")
                .bind("most", 50)
                .configure(SqlStatements.class, settings -> settings.setUnusedBindingAllowed(true))
                .map((row, context) -> row.getString("detail"))
                .list());
  }

  private int announce(String title, Audience audience) {
    Instant now = clock.instant();
    return post.database.inTransaction(
        handle ->
            post.outbox.announce(
                handle, Fixture.essay(title), "post:" + title, audience, now, now));
  }

  private void enqueue(long reader, String occasion) {
    post.write(
        handle ->
            post.outbox.enqueue(
                handle, Fixture.confirmation(), Fixture.reader(reader), occasion, clock.instant()));
  }

  private List<Claim> claim(Ledger ledger, int most) {
    return post.database.inTransaction(handle -> ledger.claim(handle, most, clock.instant()));
  }

  private boolean isDue() {
    return post.database.read(handle -> post.outbox.hasDue(handle, clock.instant()));
  }

  private int count(String sql) {
    return post.database.read(handle -> handle.createQuery(sql).mapTo(Integer.class).one());
  }
}
