package org.postrider.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLockTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void aHeldLockIsNotTakenTwiceInOneProcess() {
    try (ProcessLock held = take("sender").orElseThrow()) {
      assertThat(take("sender")).isEmpty();
      assertThat(CompletableFuture.supplyAsync(() -> take("sender")).join()).isEmpty();
      assertThat(held).isNotNull();
    }
    closeAll(take("sender").orElseThrow());
  }

  @Test
  void locksOfOtherNamesAndFoldersAreOthers() {
    ProcessLock sender = take("sender").orElseThrow();
    ProcessLock scan = take("scan").orElseThrow();
    ProcessLock elsewhere =
        ProcessLock.tryTake(folder.resolve("elsewhere"), "sender").orElseThrow();
    closeAll(sender, scan, elsewhere);
  }

  @Test
  void oneFolderUnderTwoNamesHasOneLock() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(data()));
    ProcessLock held = ProcessLock.tryTake(data(), "sender").orElseThrow();

    assertThat(ProcessLock.tryTake(link, "sender")).isEmpty();
    closeAll(held);
  }

  @Test
  void aFailedTryLeavesTheHoldersLockInPlaceForOtherProcesses() throws IOException {
    ProcessLock held = take("sender").orElseThrow();
    assertThat(take("sender")).isEmpty();

    try (SecondProcess other = SecondProcess.start("hold", folder)) {
      assertThatThrownBy(() -> other.await("held")).hasMessageContaining("NoSuchElement");
    }
    closeAll(held);
  }

  @Test
  void theLockOfAKilledProcessIsFree() throws IOException, InterruptedException {
    try (SecondProcess other = SecondProcess.start("hold", folder)) {
      other.await("held");
      assertThat(take("sender")).isEmpty();
      assertThat(ProcessLock.take(folder, "sender", Duration.ofMillis(60))).isEmpty();

      other.kill();
      closeAll(ProcessLock.take(folder, "sender", LIMIT).orElseThrow());
    }
  }

  @Test
  void whoWaitsGetsTheLockWhenItIsGivenBack() throws InterruptedException {
    ProcessLock held = take("sender").orElseThrow();
    CompletableFuture<Void> giving =
        CompletableFuture.runAsync(
            held::close,
            CompletableFuture.delayedExecutor(80, java.util.concurrent.TimeUnit.MILLISECONDS));

    closeAll(ProcessLock.take(folder, "sender", LIMIT).orElseThrow());
    assertThat(giving).isCompleted();
  }

  @Test
  void givingBackTwiceDoesNotFreeTheNextHolder() {
    ProcessLock first = take("sender").orElseThrow();
    first.close();
    ProcessLock second = take("sender").orElseThrow();
    first.close();

    assertThat(take("sender")).isEmpty();
    closeAll(second);
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Optional<ProcessLock> take(String name) {
    return ProcessLock.tryTake(folder, name);
  }

  private static void closeAll(ProcessLock... locks) {
    for (ProcessLock lock : locks) {
      lock.close();
    }
  }
}
