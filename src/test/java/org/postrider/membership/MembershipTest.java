package org.postrider.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.postrider.letter.Edition;
import org.postrider.membership.Membership.Standing;
import org.postrider.subscriber.EmailAddress;
import org.postrider.subscriber.Frequency;
import org.postrider.subscriber.Reader;
import org.postrider.subscriber.ReaderState;
import org.postrider.subscriber.Readers;
import org.postrider.token.Purpose;

class MembershipTest extends Desk {

  @Test
  void aReaderJoinsConfirmsAndLeaves() {
    membership.join(ANN, new Readers.Wishes("zh", List.of(), Frequency.EVERY), "web");
    assertThat(state()).contains(ReaderState.PENDING);
    String confirm = token(Purpose.CONFIRM);
    assertThat(membership.lookUpConfirm(confirm)).isEqualTo(Standing.PENDING);
    assertThat(state()).contains(ReaderState.PENDING);

    pass(Duration.ofHours(1));
    assertThat(membership.confirm(confirm)).isEqualTo(Standing.ACTIVE);
    assertThat(ann().flatMap(Reader::confirmed)).contains(now);
    String leave = token(Purpose.UNSUBSCRIBE);
    assertThat(membership.lookUpUnsubscribe(leave)).isEqualTo(Standing.ACTIVE);
    assertThat(membership.unsubscribe(leave)).isEqualTo(Standing.UNSUBSCRIBED);

    assertThat(state()).contains(ReaderState.UNSUBSCRIBED);
    assertThat(noted()).containsExactly("confirm zh", "welcome zh", "withdrawn", "goodbye zh");
    assertThat(acts()).containsExactly("asked by web", "confirmed by letter", "left by letter");
  }

  @Test
  void repeatingAnActIsHarmless() {
    join();
    String confirm = token(Purpose.CONFIRM);
    String leave = token(Purpose.UNSUBSCRIBE);
    membership.confirm(confirm);
    assertThat(membership.confirm(confirm)).isEqualTo(Standing.ACTIVE);
    membership.unsubscribe(leave);
    assertThat(membership.unsubscribe(leave)).isEqualTo(Standing.UNSUBSCRIBED);
    assertThat(membership.confirm(confirm)).isEqualTo(Standing.UNSUBSCRIBED);

    assertThat(noted()).containsExactly("confirm", "welcome", "withdrawn", "goodbye");
  }

  @Test
  void whoLeftMayComeBackAtOnceByConfirmingAgain() {
    for (int round = 0; round < 2; round++) {
      join();
      assertThat(ann().flatMap(Reader::confirmed)).isEmpty();
      membership.confirm(token(Purpose.CONFIRM));
      membership.unsubscribe(token(Purpose.UNSUBSCRIBE));
      database.useTransaction(
          handle -> handle.execute("DELETE FROM noted WHERE what = 'withdrawn'"));
    }
    assertThat(noted())
        .containsExactly("confirm", "welcome", "goodbye", "confirm", "welcome", "goodbye");
  }

  @Test
  void oneAddressGetsOneConfirmationLetterADayAndThreeInAll() {
    join();
    pass(Duration.ofHours(23));
    join();
    assertThat(noted()).hasSize(1);
    for (int day = 0; day < 5; day++) {
      pass(Duration.ofHours(24));
      join();
    }
    assertThat(noted()).containsExactly("confirm", "confirm", "confirm");
  }

  @Test
  void leavingBeforeConfirmingSendsNothingAndDoesNotStartTheCountAgain() {
    join();
    assertThat(membership.unsubscribe(token(Purpose.UNSUBSCRIBE))).isEqualTo(Standing.UNSUBSCRIBED);
    join();
    assertThat(noted()).containsExactly("confirm", "withdrawn");
    assertThat(state()).contains(ReaderState.UNSUBSCRIBED);
  }

  @Test
  void aConfirmationLinkWorksForSevenDays() {
    join();
    String confirm = token(Purpose.CONFIRM);
    pass(Duration.ofDays(7).plusSeconds(1));

    assertThat(membership.lookUpConfirm(confirm)).isEqualTo(Standing.EXPIRED);
    assertThat(membership.confirm(confirm)).isEqualTo(Standing.EXPIRED);
    assertThat(state()).contains(ReaderState.PENDING);

    membership.confirm(token(Purpose.CONFIRM));
    assertThat(membership.lookUpConfirm(confirm)).isEqualTo(Standing.ACTIVE);
  }

  @Test
  void anUnsubscribeLinkNeverExpiresAndAWrongTokenDoesNothing() {
    join();
    String confirm = token(Purpose.CONFIRM);
    String leave = token(Purpose.UNSUBSCRIBE);
    for (String wrong : List.of("", "x".repeat(40), leave, confirm + "A")) {
      assertThat(membership.confirm(wrong)).isEqualTo(Standing.NOT_FOUND);
    }
    assertThat(membership.unsubscribe(confirm)).isEqualTo(Standing.NOT_FOUND);
    pass(Duration.ofDays(4000));
    assertThat(membership.unsubscribe(leave)).isEqualTo(Standing.UNSUBSCRIBED);
  }

  @Test
  void joiningDoesTheSameWorkWhoeverAsks() {
    EmailAddress gone = EmailAddress.parse("gone@blog.example").orElseThrow();
    database.useTransaction(handle -> readers.suppress(handle, gone, "5.1.1", now));
    membership.add(ANN, Readers.Wishes.ALL, true, "operator");
    EmailAddress unknown = EmailAddress.parse("new@blog.example").orElseThrow();

    for (EmailAddress address : List.of(unknown, unknown, ANN, gone)) {
      pass(Duration.ofSeconds(1));
      rendered.clear();
      membership.join(address, Readers.Wishes.ALL, "web");
      assertThat(rendered).containsExactly(Edition.Kind.CONFIRM);
      assertThat(lastWrite()).contains(now.toString());
    }
    assertThat(noted()).containsExactly("confirm");
  }

  @Test
  void aBrokenTemplateKeepsNobodyFromLeavingAndConfirmsNobodyHalf() {
    join();
    fault = Optional.of(new IllegalStateException("welcome.html is broken"));
    assertThatThrownBy(() -> membership.confirm(token(Purpose.CONFIRM)))
        .isSameAs(fault.orElseThrow());
    assertThat(state()).contains(ReaderState.PENDING);

    fault = Optional.empty();
    membership.confirm(token(Purpose.CONFIRM));
    fault = Optional.of(new IllegalStateException("goodbye.html is broken"));
    assertThat(membership.unsubscribe(token(Purpose.UNSUBSCRIBE))).isEqualTo(Standing.UNSUBSCRIBED);
    assertThat(noted()).containsExactly("confirm", "welcome", "withdrawn");
  }

  @Test
  void actsThatRaceHappenOnce() {
    atOnce(
        () -> {
          join();
          return true;
        });
    assertThat(noted()).containsExactly("confirm");
    String confirm = token(Purpose.CONFIRM);
    assertThat(atOnce(() -> membership.confirm(confirm))).containsOnly(Standing.ACTIVE);
    String leave = token(Purpose.UNSUBSCRIBE);
    assertThat(atOnce(() -> membership.unsubscribe(leave))).containsOnly(Standing.UNSUBSCRIBED);

    assertThat(noted()).containsExactly("confirm", "welcome", "withdrawn", "goodbye");
  }

  private static <T> List<T> atOnce(Supplier<T> act) {
    List<CompletableFuture<T>> running = new ArrayList<>();
    for (int thread = 0; thread < 8; thread++) {
      running.add(CompletableFuture.supplyAsync(act));
    }
    return running.stream().map(CompletableFuture::join).toList();
  }
}
