package org.postrider.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads and processes that write to one database at once. */
class DatabaseConcurrencyTest {

  static final int STEPS = 50;
  private static final int THREADS = 4;

  @TempDir Path folder;

  /** Reads first and writes later: what loses counts where transactions are not immediate. */
  static void countOneMore(Handle handle) {
    int count = Facts.get(handle, "count").map(Integer::parseInt).orElse(0);
    Facts.put(handle, "count", Integer.toString(count + 1));
  }

  @Test
  void threadsAndASecondProcessLoseNothing() throws IOException {
    try (Database database = Database.openEmbedded(folder);
        SecondProcess other = SecondProcess.start("count", folder)) {
      other.await("started");
      List<CompletableFuture<Void>> threads = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        threads.add(CompletableFuture.runAsync(() -> count(database)));
      }
      threads.forEach(CompletableFuture::join);
      other.await("counted");

      Optional<String> count = database.read(handle -> Facts.get(handle, "count"));
      assertThat(count).contains(Integer.toString((THREADS + 1) * STEPS));
    }
  }

  @Test
  void twoProcessesMayMakeTheDatabaseAtOnce() throws IOException {
    try (SecondProcess other = SecondProcess.start("open", folder)) {
      other.await("opening");
      Database.openEmbedded(folder).close();
      other.await("opened");
    }
  }

  private static void count(Database database) {
    for (int step = 0; step < STEPS; step++) {
      database.useTransaction(DatabaseConcurrencyTest::countOneMore);
    }
  }
}
