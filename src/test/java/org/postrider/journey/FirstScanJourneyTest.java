package org.postrider.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was there before mails nothing, and a flood waits for a word. */
class FirstScanJourneyTest {

  private static final List<String> FIVE = List.of("one", "two", "three", "four", "five");

  @TempDir Path folder;

  private Home home;

  @Test
  void fiveAtOnceAreHeldAndEachIsMailedOnceWhenReleased() throws Exception {
    beginWithOldEssays(1_000);
    assertThat(inState("baseline")).hasSize(1_000);
    assertThat(home.letters().count()).isZero();

    for (String slug : FIVE) {
      home.blog().essay(slug, "Essay " + slug);
    }
    succeed("publish", "--deliver");
    assertThat(inState("held")).hasSize(5);
    assertThat(home.letters().count()).isZero();

    succeed(Stream.concat(Stream.of("posts", "release"), FIVE.stream()).toArray(String[]::new));
    succeed("publish", "--deliver");
    succeed("publish", "--deliver");
    assertThat(subjects())
        .containsExactlyInAnyOrder(
            "Essay one", "Essay two", "Essay three", "Essay four", "Essay five");
    assertThat(inState("announced")).hasSize(5);
  }

  @Test
  void aTrickleIsHeldFromTheFourthOnAndMailedOnceWhenReleased() throws Exception {
    beginWithOldEssays(10);
    for (String slug : FIVE) {
      home.blog().essay(slug, "Essay " + slug);
      succeed("publish", "--deliver");
    }
    assertThat(subjects()).containsExactlyInAnyOrder("Essay one", "Essay two", "Essay three");
    assertThat(inState("held"))
        .containsExactlyInAnyOrder("_posts/2024-01-01-four.md", "_posts/2024-01-01-five.md");

    succeed("posts", "release", "four", "five");
    succeed("publish", "--deliver");
    assertThat(subjects())
        .containsExactlyInAnyOrder(
            "Essay one", "Essay two", "Essay three", "Essay four", "Essay five");
  }

  private void beginWithOldEssays(int count) throws Exception {
    home = Home.in(folder, "0s");
    for (int number = 0; number < count; number++) {
      home.blog().essay("old-" + number, "Old essay " + number);
    }
    succeed("subscribers", "add", "reader@one.example", "--confirmed");
    succeed("publish", "--deliver");
  }

  private void succeed(String... command) throws IOException, InterruptedException {
    Finished finished = home.type(command);
    assertThat(finished.exitCode())
        .as(String.join(" ", command) + ": " + finished.messages())
        .isZero();
  }

  private List<String> inState(String state) throws IOException, InterruptedException {
    List<String> paths = new ArrayList<>();
    for (var post : home.type("--json", "posts", "list").json()) {
      if (post.path("state").asString().equals(state)) {
        paths.add(post.path("path").asString());
      }
    }
    return paths;
  }

  private List<String> subjects() {
    return home.letters().all().stream().map(LetterFolder.Arrived::subject).toList();
  }
}
