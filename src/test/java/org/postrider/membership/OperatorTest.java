package org.postrider.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postrider.membership.Membership.Standing;
import org.postrider.subscriber.EmailAddress;
import org.postrider.subscriber.ReaderImport.Refusal;
import org.postrider.subscriber.ReaderState;
import org.postrider.subscriber.Readers;
import org.postrider.token.Purpose;

/** What the operator does for readers. */
class OperatorTest extends Desk {

  @Test
  void aReaderAddedOnTheOperatorsWordIsActiveAndGetsNoLetter() {
    assertThat(add(true)).isEqualTo(Added.ACTIVE);
    assertThat(add(true)).isEqualTo(Added.KNOWN);
    assertThat(add(false)).isEqualTo(Added.KNOWN);

    assertThat(state()).contains(ReaderState.ACTIVE);
    assertThat(noted()).isEmpty();
    assertThat(acts()).containsExactly("confirmed by paper list");
  }

  @Test
  void aReaderAddedWithoutTheOperatorsWordIsAsked() {
    assertThat(add(false)).isEqualTo(Added.ASKED);
    assertThat(add(false)).isEqualTo(Added.ASKED_BEFORE);
    assertThat(noted()).containsExactly("confirm");

    assertThat(add(true)).isEqualTo(Added.ACTIVE);
    assertThat(state()).contains(ReaderState.ACTIVE);
  }

  @Test
  void whoLeftIsNotBroughtBackOnTheOperatorsWord() {
    add(true);
    assertThat(membership.remove(ANN)).isTrue();
    assertThat(membership.remove(ANN)).isFalse();
    assertThat(noted()).containsExactly("withdrawn");

    assertThat(add(true)).isEqualTo(Added.LEFT);
    assertThat(state()).contains(ReaderState.UNSUBSCRIBED);
    assertThat(add(false)).isEqualTo(Added.ASKED);
    assertThat(state()).contains(ReaderState.PENDING);
  }

  @Test
  void whoIsErasedCanOnlyComeBackByHimself() throws IOException {
    add(true);
    String leave = token(Purpose.UNSUBSCRIBE);
    assertThat(membership.forget(ANN)).isTrue();
    assertThat(membership.forget(ANN)).isFalse();
    assertThat(ann()).isEmpty();
    assertThat(noted()).containsExactly("wiped");
    assertThat(membership.unsubscribe(leave)).isEqualTo(Standing.NOT_FOUND);

    assertThat(add(true)).isEqualTo(Added.FORGOTTEN);
    assertThat(add(false)).isEqualTo(Added.FORGOTTEN);
    assertThat(membership.importCsv(file("email\nann@blog.example\n"), true, false).suppressed())
        .containsExactly(2);

    join();
    membership.confirm(token(Purpose.CONFIRM));
    assertThat(state()).contains(ReaderState.ACTIVE);
    membership.remove(ANN);
    assertThat(add(false)).isEqualTo(Added.ASKED);
  }

  @Test
  void aSuppressedAddressIsNeverAdded() {
    database.useTransaction(handle -> readers.suppress(handle, ANN, "complaint", now));

    assertThat(add(true)).isEqualTo(Added.SUPPRESSED);
    assertThat(add(false)).isEqualTo(Added.SUPPRESSED);
    join();
    assertThat(ann()).isEmpty();
    assertThat(noted()).isEmpty();
  }

  @Test
  void anImportOnTheOperatorsWordAddsActiveReadersAndLeavesKnownOnesAlone() throws IOException {
    add(true);
    membership.remove(ANN);
    EmailAddress gone = EmailAddress.parse("gone@blog.example").orElseThrow();
    database.useTransaction(handle -> readers.suppress(handle, gone, "5.1.1", now));
    Path file =
        file(
            "email,state\n"
                + "ann@blog.example,\n"
                + "bob@blog.example,active\n"
                + "BOB@blog.example,\n"
                + "gone@blog.example,\n"
                + "cy@blog.example,pending\n"
                + "nobody,\n");
    ImportReport expected =
        new ImportReport(
            1,
            1,
            1,
            List.of(5),
            List.of(
                new Refusal(6, "its state is \"pending\": he has not confirmed"),
                new Refusal(7, "\"nobody\" is not a mail address")));

    assertThat(membership.importCsv(file, true, true)).isEqualTo(expected);
    assertThat(known()).isEqualTo(1);
    assertThat(membership.importCsv(file, true, false)).isEqualTo(expected);
    assertThat(known()).isEqualTo(2);
    assertThat(state()).contains(ReaderState.UNSUBSCRIBED);
    assertThat(noted()).containsExactly("withdrawn");
  }

  @Test
  void anImportWithoutTheOperatorsWordAsksEachReaderInHisLanguageOnce() throws IOException {
    StringBuilder text = new StringBuilder("email,language\n");
    for (int reader = 0; reader < 250; reader++) {
      text.append("r").append(reader).append("@blog.example,").append("zh\n");
    }
    Path file = file(text.toString());

    assertThat(membership.importCsv(file, false, false).added()).isEqualTo(250);
    assertThat(membership.importCsv(file, false, false).known()).isEqualTo(250);
    assertThat(noted()).hasSize(250).containsOnly("confirm zh");
    assertThat(rendered.size()).isLessThanOrEqualTo(2);
  }

  @Test
  void whoNeverConfirmsIsErasedAfterThirtyDaysWithoutBeingBarred() {
    join();
    pass(Duration.ofDays(30));
    assertThat(membership.cleanUp(now)).isZero();
    pass(Duration.ofSeconds(1));
    assertThat(membership.cleanUp(now)).isEqualTo(1);
    assertThat(ann()).isEmpty();

    join();
    assertThat(state()).contains(ReaderState.PENDING);
  }

  @Test
  void whoLeftAndNeverConfirmsAgainHasLeft() {
    add(true);
    membership.remove(ANN);
    join();
    pass(Duration.ofDays(31));

    assertThat(membership.cleanUp(now)).isEqualTo(1);
    assertThat(state()).contains(ReaderState.UNSUBSCRIBED);
    assertThat(membership.cleanUp(now)).isZero();
  }

  private Added add(boolean confirmed) {
    return membership.add(ANN, Readers.Wishes.ALL, confirmed, "paper list");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("readers.csv"), text);
  }

  private long known() {
    return database.read(handle -> readers.count(handle).values().stream().mapToLong(n -> n).sum());
  }
}
