package org.postrider.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postrider.store.StoreException;

class ReadersTest extends ReaderTables {

  private static final Instant LATER = NOW.plus(Duration.ofDays(1));

  @Test
  void aReaderIsFoundByAnySpellingOfHisAddress() {
    Reader added = add("Iris@blog.example", ReaderState.PENDING, wishes("ZH_cn", "Rust", "go"));

    assertThat(find("IRIS@Blog.Example")).contains(added);
    assertThat(holds(handle -> readers.find(handle, added.id()).equals(Optional.of(added))))
        .isTrue();
    assertThat(added.id()).isPositive();
    assertThat(added.language()).isEqualTo("zh-CN");
    assertThat(added.topics()).containsExactly("go", "Rust");
    assertThat(added.confirmed()).isEmpty();
    assertThat(added.joined()).isEqualTo(NOW);
  }

  @Test
  void oneAddressIsOneReader() {
    add("ann@blog.example", ReaderState.ACTIVE, Readers.Wishes.ALL);

    assertThatThrownBy(() -> add("ANN@blog.example", ReaderState.PENDING, Readers.Wishes.ALL))
        .isInstanceOf(StoreException.class);
    assertThat(all()).hasSize(1);
  }

  @Test
  void everyReaderIsShownOnceInTheOrderOfAddressesWithHisTopics() {
    add("b@blog.example", ReaderState.ACTIVE, wishes("", "x", "y", "z"));
    add("c@blog.example", ReaderState.PENDING, wishes("en"));
    add("a@blog.example", ReaderState.ACTIVE, wishes("", "y"));

    assertThat(all())
        .extracting(reader -> reader.address().text(), Reader::topics)
        .containsExactly(
            tuple("a@blog.example", List.of("y")),
            tuple("b@blog.example", List.of("x", "y", "z")),
            tuple("c@blog.example", List.of()));
  }

  @Test
  void confirmingIsTimedAndForgetsTheLettersItTook() {
    Reader reader = add("ann@blog.example", ReaderState.PENDING, Readers.Wishes.ALL);
    database.useTransaction(handle -> readers.recordConfirmationLetter(handle, reader.id(), NOW));
    assertThat(confirmations(reader)).isEqualTo(new Confirmations(1, Optional.of(NOW)));

    database.useTransaction(handle -> readers.move(handle, reader.id(), ReaderState.ACTIVE, LATER));

    assertThat(all()).singleElement().extracting(Reader::confirmed).isEqualTo(Optional.of(LATER));
    assertThat(confirmations(reader).sent()).isZero();
  }

  @Test
  void erasingLeavesNothingButASuppression() {
    Reader reader = add("ann@blog.example", ReaderState.ACTIVE, wishes("", "rust"));
    database.useTransaction(
        handle -> {
          readers.recordConsent(handle, reader.id(), "confirmed", "web", NOW);
          readers.markForgotten(handle, reader.address(), NOW);
          readers.erase(handle, reader.id());
        });

    for (String table : List.of("reader", "reader_topic", "consent")) {
      assertThat(rows(table)).as(table).isEmpty();
    }
    assertThat(rows("suppression").toString()).contains("forgotten").doesNotContain("ann");
  }

  @Test
  void aSuppressedAddressStaysSuppressedInEverySpelling() {
    Reader reader = add("ann@blog.example", ReaderState.ACTIVE, Readers.Wishes.ALL);
    database.useTransaction(
        handle -> {
          readers.suppress(handle, reader.address(), "5.1.1", NOW);
          readers.markForgotten(handle, reader.address(), LATER);
          readers.unmarkForgotten(handle, reader.address());
        });

    assertThat(holds(handle -> readers.isSuppressed(handle, address("ANN@blog.example")))).isTrue();
    assertThat(holds(handle -> readers.isForgotten(handle, reader.address()))).isFalse();
    assertThat(holds(handle -> readers.isSuppressed(handle, address("bob@blog.example"))))
        .isFalse();
    assertThat(all()).extracting(Reader::state).containsExactly(ReaderState.SUPPRESSED);
  }

  @Test
  void everyStateIsCounted() {
    add("a@blog.example", ReaderState.ACTIVE, Readers.Wishes.ALL);
    add("b@blog.example", ReaderState.ACTIVE, Readers.Wishes.ALL);
    add("c@blog.example", ReaderState.PAUSED, Readers.Wishes.ALL);

    assertThat(database.read(readers::count))
        .isEqualTo(
            Map.of(
                ReaderState.PENDING, 0L,
                ReaderState.ACTIVE, 2L,
                ReaderState.PAUSED, 1L,
                ReaderState.UNSUBSCRIBED, 0L,
                ReaderState.SUPPRESSED, 0L));
  }

  @Test
  void wishesAreTidied() {
    Readers.Wishes wishes =
        new Readers.Wishes(
            "no language\r\n",
            List.of(" Rust ", "rust", "", "a\r\nb", "x".repeat(101)),
            Frequency.EVERY);

    assertThat(wishes.language()).isEmpty();
    assertThat(wishes.topics()).containsExactly("Rust", "a b");
  }

  private Confirmations confirmations(Reader reader) {
    return database.read(handle -> readers.confirmations(handle, reader.id()));
  }
}
