package org.postrider.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postrider.app.Logging;
import org.postrider.app.Postrider;
import org.postrider.config.Configuration;
import org.postrider.config.ConfigurationFile;
import org.postrider.config.LogSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code postrider}, and what all its commands share. */
@Command(
    name = "postrider",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    scope = ScopeType.INHERIT,
    description = "Watches a folder of essays, keeps feeds of them, and mails each new essay once.",
    footer = {"", "Example:  postrider --config config/postrider.yaml run"},
    subcommands = {
      RunCommand.class,
      PublishCommand.class,
      BuildCommand.class,
      CheckCommand.class,
      PostsCommand.class,
      PreviewCommand.class,
      SubscribersCommand.class,
      OutboxCommand.class
    })
final class RootCommand implements Runnable {

  private static final String DEFAULT_CONFIGURATION = "config/postrider.yaml";

  private final Console console;

  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description =
          "The configuration; default $POSTRIDER_CONFIG, else " + DEFAULT_CONFIGURATION + ".")
  private Path configurationFile;

  @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print results as JSON.")
  private boolean json;

  RootCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command.");
  }

  Console console() {
    return console;
  }

  boolean isJson() {
    return json;
  }

  /**
   * Reads the configuration.
   *
   * @throws org.postrider.config.BadConfiguration with every mistake in it
   */
  Configuration configuration() {
    Path file = configurationFile;
    if (file == null) {
      file = Path.of(console.environment().getOrDefault("POSTRIDER_CONFIG", DEFAULT_CONFIGURATION));
    }
    return ConfigurationFile.read(file, console.environment());
  }

  /** Opens the installation for a command, which keeps quiet about all but trouble. */
  Postrider open() {
    Configuration configuration = configuration();
    Logging.to(LogSettings.Level.WARN);
    return new Postrider(configuration);
  }

  /** Tells what came of an order, and gives the exit code for it. */
  int tell(boolean done, String sentence) {
    if (json) {
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("done", done);
      answer.put("said", sentence);
      console.json(answer);
    } else if (done) {
      console.say(sentence);
    } else {
      console.warn("postrider: " + sentence);
    }
    return done ? ExitCode.DONE : ExitCode.FAILED;
  }
}
