package org.postrider.journey;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How the program is started as a process of its own. */
final class JavaChild {

  private JavaChild() {}

  static ProcessBuilder of(Path configuration, String... command) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // These processes live for seconds: compiling well takes longer than it saves.
    line.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx192m"));
    line.addAll(List.of("-cp", classPath(), "org.postrider.cli.Main"));
    line.addAll(List.of("--config", configuration.toString()));
    line.addAll(List.of(command));
    return new ProcessBuilder(line);
  }

  /** What the tests run with, but for their own folder, which sets up logging for tests. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
