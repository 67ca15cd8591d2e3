package org.postrider.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineRunnerTest {

  @TempDir private Path home;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void helpIsDoneAndAnUnknownCommandIsAUsageError() {
    assertThat(run(out, "--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("publish", "subscribers");
    assertThat(run(out, "pubish")).isEqualTo(2);
    assertThat(run(out)).isEqualTo(2);
  }

  @Test
  void aBadConfigurationIsToldByItsLinesAndExitsWith78() throws IOException {
    assertThat(run(out, "--config", write("site: { foldr: x }").toString(), "posts", "list"))
        .isEqualTo(78);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("postrider.yaml:1:", "foldr");
  }

  @Test
  void theConfigurationIsTakenFromTheEnvironmentWhenNoneIsNamed() throws IOException {
    write("nonsense");
    assertThat(run(out, "posts", "list")).isEqualTo(78);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains(home.resolve("postrider.yaml").toString());
  }

  @Test
  void outputThatCannotBeWrittenIsNotDone() throws IOException {
    assertThat(run(full("No space left on device"), "--config", good(), "posts", "list"))
        .isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("No space left on device");
  }

  @Test
  void aReaderOfTheOutputWhoHasEnoughIsNoFault() throws IOException {
    assertThat(run(full("Broken pipe"), "--config", good(), "posts", "list")).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private int run(OutputStream target, String... arguments) {
    Output results = new Output(target);
    Console console =
        new Console(
            new PrintStream(results, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of("POSTRIDER_CONFIG", home.resolve("postrider.yaml").toString()),
            results);
    return CommandLineRunner.run(console, arguments);
  }

  private static OutputStream full(String reason) {
    return new OutputStream() {
      @Override
      public void write(int one) throws IOException {
        throw new IOException(reason);
      }
    };
  }

  private String good() throws IOException {
    Files.createDirectories(home.resolve("blog"));
    return write(
            "site: { folder: blog, url: 'https://blog.example' }\nmail: { from: a@blog.example }\nweb: { url: 'http://127.0.0.1:8080' }\n")
        .toString();
  }

  private Path write(String configuration) throws IOException {
    return Files.writeString(home.resolve("postrider.yaml"), configuration);
  }
}
