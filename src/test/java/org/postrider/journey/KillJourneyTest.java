package org.postrider.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Twenty crashes in the middle of one send, with commands typed beside it. */
class KillJourneyTest {

  private static final int READERS = 2_000;
  private static final int KILLS = 20;
  private static final int LETTERS_BEFORE_A_KILL = 20;

  /** The local mailbox takes one letter at a time. */
  private static final int CONNECTIONS = 1;

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final List<String> COUNTS =
      List.of("waiting", "inFlight", "deferred", "sent", "failed", "cancelled", "unknown");

  @TempDir Path folder;

  private Home home;

  @Test
  void everyoneGetsTheEssayAndTheBooksBalance() throws Exception {
    home = Home.in(folder, "0s");
    home.blog().essay("old", "An old essay");
    succeed(home.type("publish"));
    succeed(home.type("subscribers", "import", "--confirmed", readers().toString()));
    home.blog().essay("fresh", "A fresh essay");
    succeed(home.type("publish"));
    assertThat(books().path("waiting").asInt()).isEqualTo(READERS);

    for (int kill = 0; kill < KILLS; kill++) {
      killDuringTheSend(kill);
    }
    try (DaemonProcess daemon = home.startDaemon().awaitReady()) {
      await().atMost(LIMIT).pollInterval(Duration.ofSeconds(2)).until(this::isAllSent);
      daemon.terminate();
    }

    assertEveryoneGotIt();
    assertThat(books().path("addressed").asInt()).isEqualTo(READERS);
  }

  private void killDuringTheSend(int kill) throws Exception {
    int before = home.letters().count();
    assertThat(before)
        .as("letters before kill " + kill + "; some must be left")
        .isLessThan(READERS);
    try (DaemonProcess daemon = home.startDaemon()) {
      Typed beside = home.beginTyping(commandBeside(kill));
      await()
          .atMost(LIMIT)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(2))
          .until(() -> home.letters().count() >= before + LETTERS_BEFORE_A_KILL);
      daemon.kill();
      succeed(beside.finish());
    }
    // A look costs the start of a process, so not after each of them.
    if (kill % 5 == 0) {
      assertBalanced(books());
    }
  }

  private static String[] commandBeside(int kill) {
    return switch (kill % 4) {
      case 0 -> new String[] {"--json", "outbox", "status"};
      case 1 -> new String[] {"subscribers", "add", "late" + kill + "@one.example", "--confirmed"};
      case 2 -> new String[] {"publish"};
      default -> new String[] {"--json", "posts", "list"};
    };
  }

  private Path readers() throws IOException {
    String rows =
        IntStream.range(0, READERS)
            .mapToObj(number -> "reader" + number + "@one.example\n")
            .collect(Collectors.joining());
    return Files.writeString(home.file("readers.csv"), "email\n" + rows);
  }

  private boolean isAllSent() throws Exception {
    JsonNode books = books();
    assertBalanced(books);
    return books.path("sent").asInt() == READERS;
  }

  private void assertEveryoneGotIt() {
    Map<String, List<LetterFolder.Arrived>> byReader =
        home.letters().about("A fresh essay").stream()
            .collect(Collectors.groupingBy(LetterFolder.Arrived::to));
    assertThat(byReader).hasSize(READERS);
    int twice = byReader.values().stream().mapToInt(letters -> letters.size() - 1).sum();
    assertThat(twice).as("letters that came again").isBetween(0, KILLS * CONNECTIONS);
    byReader.forEach(
        (reader, letters) ->
            assertThat(
                    letters.stream()
                        .map(LetterFolder.Arrived::messageId)
                        .collect(Collectors.toSet()))
                .as("Message-IDs to " + reader)
                .hasSize(1));
    Set<String> all =
        byReader.values().stream()
            .map(letters -> letters.get(0).messageId())
            .collect(Collectors.toSet());
    assertThat(all).as("one Message-ID for each reader").hasSize(READERS);
  }

  private static void assertBalanced(JsonNode books) {
    int sum = COUNTS.stream().mapToInt(count -> books.path(count).asInt()).sum();
    assertThat(books.path("addressed").asInt()).as(books.toString()).isEqualTo(sum);
  }

  private JsonNode books() throws IOException, InterruptedException {
    Finished status = succeed(home.type("--json", "outbox", "status"));
    JsonNode editions = status.json().path("editions");
    assertThat(editions).as(status.output()).hasSize(1);
    return editions.get(0);
  }

  private static Finished succeed(Finished finished) {
    assertThat(finished.exitCode()).as(finished.messages()).isZero();
    return finished;
  }
}
