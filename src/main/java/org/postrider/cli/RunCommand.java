package org.postrider.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.postrider.app.Daemon;
import org.postrider.app.Logging;
import org.postrider.app.Postrider;
import org.postrider.config.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code run}: the daemon, until SIGTERM. */
@Command(
    name = "run",
    description = "Watches, serves and sends until it is told to stop (Ctrl-C or SIGTERM).",
    footer = {"", "Example:  postrider run"})
final class RunCommand implements Runnable {

  @ParentCommand private RootCommand root;

  @Override
  public void run() {
    Configuration configuration = root.configuration();
    Logging.to(configuration.log().level());
    Postrider postrider = new Postrider(configuration);
    Daemon daemon;
    try {
      daemon = new Daemon(postrider);
      daemon.start();
    } catch (RuntimeException e) {
      postrider.close();
      throw e;
    }
    greet(configuration, daemon);
    awaitSignal(postrider, daemon, root.console());
  }

  private void greet(Configuration configuration, Daemon daemon) {
    Console console = root.console();
    Path folder = configuration.site().folder();
    console.say(
        Files.isDirectory(folder)
            ? "Postrider is running. It watches " + folder + "."
            : "Postrider is running. It waits for " + folder + ", which does not exist yet.");
    console.say("  sign-up and feeds  " + configuration.web().url() + "/");
    console.say(
        "  for you            http://"
            + configuration.admin().listen().at(daemon.adminPort())
            + "/");
    console.say("  listening on       " + configuration.web().listen().at(daemon.webPort()));
    console.say(
        configuration.mail().relay().isConfigured()
            ? "  letters leave by   " + configuration.mail().relay()
            : "  letters go to      http://"
                + configuration.admin().listen().at(daemon.adminPort())
                + "/mailbox (nothing leaves this machine)");
    console.say("Ctrl-C stops it.");
  }

  /** Everything ends in the hook, since after a signal the machine only waits for hooks. */
  private static void awaitSignal(Postrider postrider, Daemon daemon, Console console) {
    CountDownLatch never = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    daemon.close();
                    postrider.close();
                    console.say("Stopped.");
                  } finally {
                    // Without this the exit code would tell of a signal, as if it had not been a
                    // clean stop; and a stop that failed must end all the same.
                    Runtime.getRuntime().halt(ExitCode.DONE);
                  }
                },
                "stop"));
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
