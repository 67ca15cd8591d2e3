package org.postrider.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code bad-config} holds a broken {@code postrider.yaml} and the exact text of all
 * its mistakes. {@code -Dpostrider.golden.write=true} writes the texts anew; read the difference.
 */
class BadConfigurationTest {

  private static final Path FOLDERS = Path.of("src/test/resources/bad-config");

  @ParameterizedTest
  @MethodSource("folders")
  void eachMistakeIsToldWithItsPlaceReasonAndRemedy(String name) throws IOException {
    Path expected = FOLDERS.resolve(name).resolve("expected.txt");
    String told = read(name).getMessage().replace(FOLDERS.resolve(name) + "/", "") + "\n";
    if (Boolean.getBoolean("postrider.golden.write")) {
      Files.writeString(expected, told);
    }
    assertThat(told).isEqualTo(Files.readString(expected)).doesNotContain("hunter2");
  }

  @Test
  void fiveMistakesGiveFiveFindingsInTheOrderOfTheirLines() {
    BadConfiguration bad = read("01-five-mistakes");
    assertThat(bad.mistakes()).extracting(m -> m.line()).isSorted();
    assertThat(bad.mistakes())
        .extracting(m -> m.key())
        .containsExactly("site.foldr", "announce.settle", "mail.from", "web.url", "schedule.scan");
  }

  @Test
  void theFileIsNamedAsTheCallerNamedIt() {
    assertThat(read("01-five-mistakes").mistakes())
        .allSatisfy(
            m ->
                assertThat(m.file())
                    .isEqualTo("src/test/resources/bad-config/01-five-mistakes/postrider.yaml"));
  }

  static List<String> folders() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDERS)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  private static BadConfiguration read(String name) {
    Path file = FOLDERS.resolve(name).resolve("postrider.yaml");
    BadConfiguration bad =
        catchThrowableOfType(
            BadConfiguration.class, () -> ConfigurationFile.read(file, Map.of("SET", "hunter2")));
    assertThat(bad).as("the mistakes of " + name).isNotNull();
    return bad;
  }
}
