package org.postrider.cli;

import java.io.PrintWriter;
import java.util.Optional;
import org.postrider.app.Refusal;
import org.postrider.config.BadConfiguration;
import org.postrider.feed.BadFeed;
import org.postrider.publish.PublishRun;
import org.postrider.publish.StaticBuild;
import org.postrider.store.StoreException;
import org.postrider.subscriber.BadImport;
import picocli.CommandLine;

/** Runs one command line and gives its exit code. */
final class CommandLineRunner {

  private CommandLineRunner() {}

  static int run(Console console, String... arguments) {
    CommandLine line = new CommandLine(new RootCommand(console));
    line.setOut(new PrintWriter(console.out(), true));
    line.setErr(new PrintWriter(console.err(), true));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(false);
    line.setExecutionExceptionHandler((fault, command, result) -> explain(console, fault));
    int code = line.execute(arguments);
    console.out().flush();
    Optional<String> lost = console.results().fault();
    lost.ifPresent(why -> console.warn("postrider: the output could not be written: " + why));
    return lost.isPresent() && code == ExitCode.DONE ? ExitCode.FAILED : code;
  }

  /**
   * A fault that has a sentence is told by it; anything else is a defect of ours and shows where.
   */
  private static int explain(Console console, Exception fault) throws Exception {
    if (fault instanceof BadConfiguration bad) {
      bad.mistakes().forEach(mistake -> console.warn(mistake.toString()));
      return ExitCode.BAD_CONFIGURATION;
    }
    if (fault instanceof Refusal
        || fault instanceof StoreException
        || fault instanceof BadFeed
        || fault instanceof BadImport
        || fault instanceof StaticBuild.CannotBuild
        || fault instanceof PublishRun.ScanBusy) {
      console.warn("postrider: " + fault.getMessage());
      return ExitCode.FAILED;
    }
    throw fault;
  }
}
