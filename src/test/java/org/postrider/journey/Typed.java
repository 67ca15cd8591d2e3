package org.postrider.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A command that was typed and may still be running. */
final class Typed {

  private static final long LIMIT_SECONDS = 120;

  private final String line;
  private final Process process;
  private final Path output;
  private final Path messages;

  private Typed(String line, Process process, Path output, Path messages) {
    this.line = line;
    this.process = process;
    this.output = output;
    this.messages = messages;
  }

  static Typed begin(Path configuration, String... command) throws IOException {
    // Files rather than pipes: nobody reads while it runs, and a full pipe would stop it.
    Path output = Files.createTempFile(configuration.getParent(), "command", ".out");
    Path messages = Files.createTempFile(configuration.getParent(), "command", ".err");
    Process process =
        JavaChild.of(configuration, command)
            .redirectOutput(output.toFile())
            .redirectError(messages.toFile())
            .start();
    process.getOutputStream().close();
    return new Typed(String.join(" ", command), process, output, messages);
  }

  Finished finish() throws IOException, InterruptedException {
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(
          "\"" + line + "\" did not end in " + LIMIT_SECONDS + " s: " + Files.readString(messages));
    }
    return new Finished(process.exitValue(), Files.readString(output), Files.readString(messages));
  }
}
