package org.postrider.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FolderWatchTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir Path folder;

  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicReference<String> seen = new AtomicReference<>("");
  private FolderWatch watch;

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void aChangedFileIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("a.md"), "one");
    start(file, folder);
    Files.writeString(file, "two");

    await().atMost(LIMIT).untilAsserted(() -> assertThat(seen).hasValue("two"));
  }

  @Test
  void theLastOfManyChangesIsToldAndNotEachOne() throws IOException {
    Path file = Files.writeString(folder.resolve("a.md"), "0");
    start(file, folder);
    for (int i = 1; i <= 500; i++) {
      Files.writeString(file, Integer.toString(i));
    }

    await().atMost(LIMIT).untilAsserted(() -> assertThat(seen).hasValue("500"));
    assertThat(calls.get()).isLessThan(100);
  }

  @Test
  void aNewFolderIsWatchedTooAndSkippedOnesAreNot() throws IOException {
    Path file = folder.resolve("2026/11/a.md");
    start(file, folder);
    Files.createDirectories(folder.resolve(".git/objects"));
    Files.createDirectories(file.getParent());
    Files.writeString(file, "one");
    await().atMost(LIMIT).untilAsserted(() -> assertThat(seen).hasValue("one"));
    Files.writeString(file, "two");
    await().atMost(LIMIT).untilAsserted(() -> assertThat(seen).hasValue("two"));

    await().during(Duration.ofMillis(700)).atMost(LIMIT).until(this::isQuiet);
    int before = calls.get();
    Files.writeString(folder.resolve(".git/objects/x"), "noise");
    await()
        .during(Duration.ofMillis(700))
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(calls).hasValue(before));
  }

  @Test
  void aFolderThatIsDeletedAndMadeAgainIsWatchedAgain() throws IOException {
    Path posts = Files.createDirectories(folder.resolve("posts"));
    Path file = Files.writeString(posts.resolve("a.md"), "one");
    start(file, posts);
    Files.delete(file);
    Files.delete(posts);
    await().atMost(LIMIT).untilAsserted(() -> assertThat(seen).hasValue("missing"));
    Files.createDirectory(posts);
    Files.writeString(file, "two");
    await().atMost(LIMIT).untilAsserted(() -> assertThat(seen).hasValue("two"));
    Files.writeString(file, "three");
    await().atMost(LIMIT).untilAsserted(() -> assertThat(seen).hasValue("three"));
  }

  @Test
  void aFolderThatIsReplacedByAnotherIsNoticed() throws IOException {
    Path posts = Files.createDirectories(folder.resolve("posts"));
    Path file = Files.writeString(posts.resolve("a.md"), "one");
    Path fresh = Files.createDirectories(folder.resolve("fresh"));
    Files.writeString(fresh.resolve("a.md"), "two");
    start(file, posts);
    Files.move(posts, folder.resolve("old"));
    Files.move(fresh, posts);
    await().atMost(LIMIT).untilAsserted(() -> assertThat(seen).hasValue("two"));
    Files.writeString(file, "three");
    await().atMost(LIMIT).untilAsserted(() -> assertThat(seen).hasValue("three"));
  }

  @Test
  void anExceptionInTheCallIsSurvived() throws IOException {
    Path file = Files.writeString(folder.resolve("a.md"), "one");
    watch =
        new FolderWatch(
            () -> List.of(folder),
            () -> {
              calls.incrementAndGet();
              throw new IllegalStateException("the scan burns");
            });
    watch.start();
    Files.writeString(file, "two");
    await().atMost(LIMIT).until(() -> calls.get() >= 1);
    int before = calls.get();
    Files.writeString(file, "three");
    await().atMost(LIMIT).until(() -> calls.get() > before);
  }

  @Test
  void closingEndsTheThread() throws IOException {
    start(folder.resolve("a.md"), folder);
    assertThat(watching()).isTrue();
    watch.close();
    watch.close();
    assertThat(watching()).isFalse();
  }

  private void start(Path file, Path root) {
    watch =
        new FolderWatch(
            () -> List.of(root),
            () -> {
              seen.set(content(file));
              calls.incrementAndGet();
            });
    watch.start();
  }

  private boolean isQuiet() {
    return seen.get().equals("two");
  }

  private static boolean watching() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("folder-watch") && thread.isAlive());
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException missing) {
      return "missing";
    }
  }
}
