package org.postrider.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sender is killed again and again, and the reader notices next to nothing. */
final class KillTest {

  private static final int READERS = 2_000;
  private static final int CONNECTIONS = 5;
  private static final int KILLS = 4;

  @TempDir private Path data;
  @TempDir private Path mail;

  @Test
  void everybodyGetsTheLetterAndAKillRepeatsAtMostOnePerConnection() throws Exception {
    try (Fixture post = new Fixture(data, InstantSource.system())) {
      post.addReaders(READERS);
      post.announce("Rain");
      for (int kill = 1; kill <= KILLS; kill++) {
        killAfter(kill * READERS / (KILLS + 1));
        Books books = post.books("Rain");
        assertThat(Fixture.sum(books)).isEqualTo(books.addressed()).isEqualTo(READERS);
        assertThat(books.inFlight()).isPositive();
      }
      Process last = start();
      assertThat(last.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(last.exitValue()).isZero();
      assertThat(post.books("Rain").sent()).isEqualTo(READERS);
    }
    List<String> arrived = arrived();
    // Equal bytes are one element: a repetition that differed would be one too many.
    assertThat(new HashSet<>(arrived)).hasSize(READERS);
    assertThat(arrived).hasSizeBetween(READERS, READERS + KILLS * CONNECTIONS);
  }

  private void killAfter(int letters) throws Exception {
    Process process = start();
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> mail.toFile().list().length >= letters);
    process.destroyForcibly();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  private Process start() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-Xmx128m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            SendingProcess.class.getName(),
            data.toString(),
            mail.toString(),
            Integer.toString(CONNECTIONS))
        .redirectErrorStream(true)
        .redirectOutput(new File(data.toFile(), "output"))
        .start();
  }

  private List<String> arrived() throws IOException {
    List<String> letters = new ArrayList<>();
    try (Stream<Path> files = Files.list(mail)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".letter")).toList()) {
        letters.add(Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    return letters;
  }
}
