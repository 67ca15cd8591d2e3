package org.postrider.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postrider.publish.Author.Essay;

class PlannerTest {

  private static final Instant DATE = Instant.parse("2025-06-01T08:00:00Z");

  private final Author author = new Author(Author.settings(3));

  @Test
  void theFirstScanMailsNothing() {
    write(1000);
    author.settle();
    author.pause(Duration.ofDays(2));
    author.settle();
    assertThat(author.announced).isEmpty();
    assertThat(author.known).allMatch(post -> post.shown().state() == PostState.BASELINE);
  }

  @Test
  void aNewEssayIsNewsOnceItHasRested() {
    begin();
    author.files.put("new.md", essay("New"));
    author.scan();
    assertThat(author.stateOf("new.md")).isEqualTo(PostState.SETTLING);
    author.pause(Duration.ofSeconds(119));
    author.scan();
    assertThat(author.announced).isEmpty();
    author.pause(Duration.ofSeconds(1));
    author.scan();
    assertThat(author.announced).containsExactly("new.md");
    assertThat(author.stateOf("new.md")).isEqualTo(PostState.ANNOUNCED);
  }

  @Test
  void aFileThatKeepsChangingDoesNotSettle() {
    begin();
    for (int minute = 0; minute < 10; minute++) {
      author.files.put("new.md", essay("New").saying("so far " + minute));
      author.scan();
      author.pause(Duration.ofMinutes(1));
    }
    assertThat(author.announced).isEmpty();
    author.settle();
    assertThat(author.announced).containsExactly("new.md");
  }

  @Test
  void fiveNewEssaysAtOnceAreHeldUntilReleased() {
    begin();
    List<String> five = write(5);
    author.settle();
    assertThat(author.announced).isEmpty();
    assertThat(five).allMatch(path -> author.stateOf(path) == PostState.HELD);
    five.forEach(path -> author.order(path, Event.RELEASE));
    author.settle();
    author.settle();
    assertThat(author.announced).containsExactlyInAnyOrderElementsOf(five);
  }

  @Test
  void aTrickleIsHeldFromTheFourthOn() {
    begin();
    for (int number = 0; number < 5; number++) {
      author.files.put("e" + number + ".md", essay("Essay " + number));
      author.settle();
      author.pause(Duration.ofHours(1));
    }
    assertThat(author.announced).containsExactly("e0.md", "e1.md", "e2.md");
    assertThat(author.stateOf("e3.md")).isEqualTo(PostState.HELD);
    assertThat(author.stateOf("e4.md")).isEqualTo(PostState.HELD);
  }

  @Test
  void aTrickleThatNeverRestsCountsAsOneBatch() {
    begin();
    for (int number = 0; number < 5; number++) {
      author.files.put("e" + number + ".md", essay("Essay " + number));
      author.scan();
      author.pause(Duration.ofSeconds(25));
    }
    author.settle();
    assertThat(author.announced).isEmpty();
  }

  @Test
  void fourEssaysOverFourDaysAreFourLetters() {
    begin();
    for (int number = 0; number < 4; number++) {
      author.files.put("e" + number + ".md", essay("Essay " + number));
      author.settle();
      author.pause(Duration.ofHours(25));
    }
    assertThat(author.announced).hasSize(4);
  }

  @Test
  void aRenamedFileKeepsItsId() {
    begin();
    publish("a.md");
    String id = author.row("a.md").feedId();
    author.files.put("sub/b.md", author.files.remove("a.md"));
    author.settle();
    assertThat(author.row("sub/b.md").feedId()).isEqualTo(id);
    assertThat(author.announced).containsExactly("a.md");
  }

  @Test
  void aFileRenamedAndEditedAtOnceIsHeldInDoubt() {
    begin();
    publish("a.md");
    author.files.put("b.md", author.files.remove("a.md").saying("Another text altogether, short."));
    author.settle();
    assertThat(author.stateOf("b.md")).isEqualTo(PostState.HELD);
    assertThat(author.row("b.md").feedId()).isEmpty();
    assertThat(author.row("b.md").shown().why()).contains("a.md");
    author.order("b.md", Event.RELEASE);
    author.settle();
    assertThat(author.announced).containsExactly("a.md", "b.md");
    assertThat(author.row("b.md").feedId()).isNotEmpty();
  }

  @Test
  void aCopyIsHeldUntilItSaysSomethingElse() {
    begin();
    publish("a.md");
    author.files.put("b.md", author.files.get("a.md"));
    author.settle();
    assertThat(author.stateOf("b.md")).isEqualTo(PostState.HELD);
    author.files.put("b.md", essay("Another").dated(DATE.plusSeconds(86_400)));
    author.settle();
    assertThat(author.announced).containsExactly("a.md", "b.md");
  }

  @Test
  void aCopyUnderAnotherTitleIsAnotherEssay() {
    begin();
    publish("a.md");
    author.files.put("b.md", author.files.get("a.md").titled("Another title"));
    author.settle();
    assertThat(author.announced).containsExactly("a.md", "b.md");
  }

  @Test
  void editingTheOriginalDoesNotLetItsCopyOut() {
    begin();
    publish("a.md");
    author.files.put("b.md", author.files.get("a.md"));
    author.files.put("a.md", author.files.get("a.md").titled("Another title"));
    author.settle();
    author.files.put(
        "b.md", author.files.get("b.md").saying(author.files.get("b.md").body() + " And so on."));
    author.settle();
    assertThat(author.stateOf("b.md")).isEqualTo(PostState.HELD);
    assertThat(author.announced).containsExactly("a.md");
  }

  @Test
  void aPathGivenToAnotherEssayDoesNotTakeTheIdAlong() {
    begin();
    publish("a.md");
    String id = author.row("a.md").feedId();
    author.files.put("b.md", author.files.get("a.md"));
    author.files.put("a.md", essay("Quite another").dated(DATE.plusSeconds(1_000_000)));
    author.settle();
    assertThat(author.row("b.md").feedId()).isEqualTo(id);
    assertThat(author.announced).containsExactly("a.md", "a.md");
  }

  @Test
  void aDeletedAndRestoredEssayIsNotMailedAgain() {
    begin();
    publish("a.md");
    Essay essay = author.files.remove("a.md");
    author.settle();
    author.settle();
    assertThat(author.known).anyMatch(post -> post.path().equals("a.md") && post.isGone());
    author.files.put("a.md", essay.titled("With another title"));
    author.settle();
    assertThat(author.stateOf("a.md")).isEqualTo(PostState.ANNOUNCED);
    assertThat(author.announced).containsExactly("a.md");
  }

  @Test
  void anEmptyOrMissingFolderChangesNothingUntilAccepted() {
    begin();
    author.files.clear();
    author.settle();
    author.pause(Duration.ofDays(30));
    Plan plan = author.scan();
    assertThat(plan.notices()).hasSize(1);
    assertThat(author.known).noneMatch(KnownPost::isGone);
    author.folderIsThere = false;
    author.scan();
    assertThat(author.known).noneMatch(KnownPost::isGone);
    author.accept();
    author.scan();
    assertThat(author.known).allMatch(KnownPost::isGone);
  }

  @Test
  void aFolderThatComesBackBitByBitIsNotBelievedHalfway() {
    begin();
    java.util.Map<String, Essay> all = new java.util.TreeMap<>(author.files);
    author.files.clear();
    author.scan();
    author.pause(Duration.ofHours(5));
    author.scan();
    all.keySet().stream().limit(3).forEach(path -> author.files.put(path, all.get(path)));
    author.pause(Duration.ofMinutes(1));
    author.scan();
    author.pause(Duration.ofMinutes(5));
    author.scan();
    assertThat(author.known).noneMatch(KnownPost::isGone);
    author.files.putAll(all);
    author.settle();
    assertThat(author.known).noneMatch(KnownPost::isGone);
    assertThat(author.announced).isEmpty();
  }

  @Test
  void moreThanAThirdGoneAtOnceStaysForAnHour() {
    begin();
    List.copyOf(author.files.keySet()).subList(0, 5).forEach(author.files::remove);
    author.scan();
    author.pause(Duration.ofMinutes(59));
    author.scan();
    assertThat(author.known).noneMatch(KnownPost::isGone);
    author.pause(Duration.ofMinutes(1));
    author.scan();
    assertThat(author.known.stream().filter(KnownPost::isGone)).hasSize(5);
  }

  @Test
  void aBrokenEditKeepsTheLastGoodVersion() {
    begin();
    publish("a.md");
    Version good = author.row("a.md").version().orElseThrow();
    author.files.put("a.md", author.files.get("a.md").broken(true));
    author.settle();
    assertThat(author.stateOf("a.md")).isEqualTo(PostState.BROKEN);
    assertThat(author.row("a.md").version()).contains(good);
    author.files.put("a.md", author.files.get("a.md").broken(false));
    author.settle();
    assertThat(author.announced).containsExactly("a.md");
  }

  @Test
  void aBrokenNewEssayIsMailedOnceItIsMended() {
    begin();
    author.files.put("a.md", essay("Broken from the start").broken(true));
    author.settle();
    author.files.put("a.md", author.files.get("a.md").broken(false));
    author.settle();
    assertThat(author.announced).containsExactly("a.md");
  }

  @Test
  void anOldEssayThatWasBrokenAtTheFirstLookIsNotMailedWhenItIsMended() {
    author.files.put("old.md", essay("Old"));
    author.files.put("a.md", essay("Broken from the start").broken(true));
    author.settle();
    assertThat(author.stateOf("a.md")).isEqualTo(PostState.BROKEN);
    author.files.put("a.md", author.files.get("a.md").broken(false));
    author.settle();
    assertThat(author.announced).isEmpty();
    assertThat(author.stateOf("a.md")).isEqualTo(PostState.BASELINE);
    assertThat(author.row("a.md").feedId()).isNotEmpty();
  }

  @Test
  void aFileThatIsBeingWrittenAtTheFirstLookGetsItsIdOnlyWhenItHasRested() {
    author.files.put("a.md", essay("Being written"));
    author.scan();
    author.pause(Duration.ofSeconds(30));
    author.scan();
    assertThat(author.stateOf("a.md")).isEqualTo(PostState.SETTLING);
    assertThat(author.row("a.md").feedId()).isEmpty();
    author.pause(Duration.ofSeconds(90));
    author.scan();
    assertThat(author.stateOf("a.md")).isEqualTo(PostState.BASELINE);
    assertThat(author.row("a.md").feedId()).isNotEmpty();
  }

  @Test
  void anOldEssayWhoseUrlWasAnothersAtTheFirstLookIsNotMailedWhenThatIsMended() {
    author.files.put("a.md", essay("One"));
    author.files.put("sub/a.md", essay("Two"));
    author.settle();
    assertThat(author.stateOf("sub/a.md")).isEqualTo(PostState.BROKEN);
    author.files.remove("a.md");
    author.files.put("c.md", essay("Three").asDraft(true));
    author.files.put("d.md", essay("Four").asDraft(true));
    author.settle();
    author.accept();
    author.settle();
    assertThat(author.stateOf("sub/a.md")).isEqualTo(PostState.BASELINE);
    assertThat(author.announced).isEmpty();
  }

  @Test
  void aDraftIsNewsWhenItIsPublished() {
    begin();
    author.files.put("a.md", essay("Draft").asDraft(true));
    author.settle();
    assertThat(author.stateOf("a.md")).isEqualTo(PostState.DRAFT);
    author.files.put("a.md", essay("Draft").asDraft(false));
    author.settle();
    assertThat(author.announced).containsExactly("a.md");
  }

  @Test
  void aFuturePostIsNewsAtItsTimeWithoutAFileEvent() {
    begin();
    Instant due = author.now.plus(Duration.ofHours(5));
    author.files.put("a.md", essay("Tomorrow").dated(due));
    Plan plan = author.settle();
    assertThat(plan.nextLook()).contains(due);
    assertThat(author.stateOf("a.md")).isEqualTo(PostState.FUTURE);
    author.now = due;
    author.scan();
    assertThat(author.announced).containsExactly("a.md");
  }

  @Test
  void theLaterOfTwoPostsWithOneUrlIsBrokenAndNamesTheOther() {
    begin();
    publish("a.md");
    author.files.put("sub/a.md", essay("Same name").dated(DATE.plusSeconds(5)));
    author.settle();
    assertThat(author.stateOf("a.md")).isEqualTo(PostState.ANNOUNCED);
    assertThat(author.stateOf("sub/a.md")).isEqualTo(PostState.BROKEN);
    assertThat(author.row("sub/a.md").shown().problem().orElseThrow().reason()).contains("a.md");
  }

  @Test
  void theUndoWindowDelaysTheLetterAndNotTheFeed() {
    Author slow =
        new Author(
            new org.postrider.config.AnnounceSettings(
                Duration.ZERO, Duration.ofMinutes(10), 3, Duration.ofHours(24)));
    slow.files.put("old.md", essay("Old"));
    slow.scan();
    slow.files.put("a.md", essay("New"));
    Plan plan = slow.scan();
    assertThat(slow.stateOf("a.md")).isEqualTo(PostState.NEWS);
    assertThat(slow.row("a.md").feedId()).isNotEmpty();
    assertThat(plan.nextLook()).contains(slow.now.plus(Duration.ofMinutes(10)));
    slow.pause(Duration.ofMinutes(10));
    slow.scan();
    assertThat(slow.announced).containsExactly("a.md");
  }

  private void begin() {
    for (int number = 0; number < 10; number++) {
      author.files.put(
          "old" + number + ".md",
          essay("Old " + number).dated(DATE.minusSeconds(86_400 * (number + 1))));
    }
    author.settle();
  }

  private List<String> write(int count) {
    for (int number = 0; number < count; number++) {
      author.files.put(
          "post" + number + ".md", essay("Post " + number).dated(DATE.plusSeconds(number)));
    }
    return List.copyOf(
        author.files.keySet().stream().filter(path -> path.startsWith("post")).toList());
  }

  private void publish(String path) {
    author.files.put(path, essay("Essay " + path));
    author.settle();
    assertThat(author.announced).contains(path);
  }

  private static Essay essay(String title) {
    return Essay.of(
        title, DATE.plusSeconds(Math.abs(title.hashCode() % 100_000)), Prose.by(title.hashCode()));
  }
}
