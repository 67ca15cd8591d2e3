package org.postrider.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {

  @TempDir Path data;

  @Test
  void theSecretIsMadeOnceAndReadAgain() {
    assertThat(sign(Secret.in(keys()))).isEqualTo(sign(Secret.in(keys())));
  }

  @Test
  void twoInstallationsHaveTwoSecrets() {
    assertThat(sign(Secret.in(keys()))).isNotEqualTo(sign(Secret.in(data.resolve("other"))));
  }

  @Test
  void onlyItsOwnerMayReadIt() throws IOException {
    Secret.in(keys());
    assertThat(keys().resolve("secret")).hasSize(32);
    assertThat(mode(keys().resolve("secret"))).isEqualTo("rw-------");
    assertThat(mode(keys())).isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(keys())) {
      assertThat(files).containsExactly(keys().resolve("secret"));
    }
  }

  @Test
  void manyThatStartAtOnceAgreeOnOneSecret() throws Exception {
    ExecutorService starters = Executors.newFixedThreadPool(8);
    CountDownLatch start = new CountDownLatch(1);
    try {
      List<Future<String>> signed = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        signed.add(
            starters.submit(
                () -> {
                  start.await();
                  return sign(Secret.in(keys()));
                }));
      }
      start.countDown();
      for (Future<String> each : signed) {
        assertThat(each.get()).isEqualTo(sign(Secret.in(keys())));
      }
    } finally {
      starters.shutdownNow();
    }
  }

  @Test
  void aFileOfTheWrongLengthIsRefusedWithASentence() throws IOException {
    Secret.in(keys());
    for (int length : new int[] {0, 31, 33}) {
      Files.write(keys().resolve("secret"), new byte[length]);
      assertThatThrownBy(() -> Secret.in(keys()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("does not hold a secret of 32 bytes; restore it from a backup");
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Files.writeString(keys(), "a file where the folder should be");
    assertThatThrownBy(() -> Secret.in(keys()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("The secret in \"" + keys() + "\" can't be read or made");
  }

  @Test
  void aShortSecretIsRefusedAndNoneIsShown() {
    assertThatThrownBy(() -> Secret.of(new byte[31])).hasMessageContaining("31 bytes");
    assertThat(Secret.of(new byte[32])).hasToString("Secret");
  }

  private Path keys() {
    return data.resolve("keys");
  }

  private static String sign(Secret secret) {
    return new Tokens(secret, () -> Instant.EPOCH).sign(Purpose.CONFIRM, 1);
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
