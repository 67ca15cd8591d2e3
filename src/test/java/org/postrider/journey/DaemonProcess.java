package org.postrider.journey;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The daemon as a process of its own, with everything that it prints in one file. */
final class DaemonProcess implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final long STOP_LIMIT_SECONDS = 60;

  private final Process process;
  private final Path output;
  private final String readyAddress;

  private DaemonProcess(Process process, Path output, String readyAddress) {
    this.process = process;
    this.output = output;
    this.readyAddress = readyAddress;
  }

  static DaemonProcess start(Path configuration, String readyAddress) throws IOException {
    Path output = Files.createTempFile(configuration.getParent(), "daemon", ".log");
    Process process =
        JavaChild.of(configuration, "run")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    process.getOutputStream().close();
    return new DaemonProcess(process, output, readyAddress);
  }

  /** Waits until {@code /readyz} says 200. */
  DaemonProcess awaitReady() {
    HttpBrowser browser = new HttpBrowser();
    await("the daemon to be ready")
        .atMost(START_LIMIT)
        .pollInterval(Duration.ofMillis(100))
        .ignoreException(ConnectException.class)
        .until(
            () -> {
              requireAlive();
              return browser.open(readyAddress).status() == 200;
            });
    return this;
  }

  private void requireAlive() {
    if (!process.isAlive()) {
      throw new AssertionError("the daemon ended with " + process.exitValue() + ":\n" + output());
    }
  }

  /** SIGTERM; returns the exit code. */
  int terminate() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the daemon did not stop when asked to:\n" + output());
    }
    return process.exitValue();
  }

  /** SIGKILL: no last word, no clean-up. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Leaves no process behind, whatever became of the story. */
  @Override
  public void close() {
    kill();
  }
}
