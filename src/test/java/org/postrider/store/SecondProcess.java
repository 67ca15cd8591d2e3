package org.postrider.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another Java virtual machine at work on the same folder. */
final class SecondProcess implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;

  private SecondProcess(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  static SecondProcess start(String job, Path folder) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(SecondProcess.class.getName(), job, folder.toString()));
    return new SecondProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** Reads what it prints up to {@code line}. */
  void await(String line) throws IOException {
    List<String> before = new ArrayList<>();
    for (String next = output.readLine(); !line.equals(next); next = output.readLine()) {
      if (next == null) {
        throw new AssertionError("It ended before it printed \"" + line + "\": " + before);
      }
      before.add(next);
    }
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  /** What the other machine does. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "hold" -> {
        ProcessLock.tryTake(folder, "sender").orElseThrow();
        System.out.println("held");
        System.in.read();
      }
      case "open" -> {
        System.out.println("opening");
        Database.openEmbedded(folder).close();
        System.out.println("opened");
      }
      case "count" -> {
        try (Database database = Database.openEmbedded(folder)) {
          System.out.println("started");
          for (int step = 0; step < DatabaseConcurrencyTest.STEPS; step++) {
            database.useTransaction(DatabaseConcurrencyTest::countOneMore);
          }
          System.out.println("counted");
        }
      }
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }
}
