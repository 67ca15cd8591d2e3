package org.postrider.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.postrider.app.Checks;
import org.postrider.app.Logging;
import org.postrider.config.BadConfiguration;
import org.postrider.config.Configuration;
import org.postrider.config.LogSettings;
import org.postrider.doctor.Checkup;
import org.postrider.doctor.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code check}: everything that can be wrong. */
@Command(
    name = "check",
    description = "Looks at configuration, posts, templates and database, and says what to mend.",
    footer = {"", "Example:  postrider check --online"})
final class CheckCommand implements Callable<Integer> {

  @ParentCommand private RootCommand root;

  @Option(names = "--online", description = "Also log in to the mail server.")
  private boolean online;

  @Override
  public Integer call() {
    Configuration configuration;
    try {
      configuration = root.configuration();
    } catch (BadConfiguration bad) {
      tell(Checkup.of(bad));
      return ExitCode.BAD_CONFIGURATION;
    }
    Logging.to(LogSettings.Level.ERROR);
    List<Finding> findings = Checks.findings(configuration, online);
    tell(findings);
    boolean bad = findings.stream().anyMatch(finding -> finding.level() == Finding.Level.ERROR);
    return bad ? ExitCode.FAILED : ExitCode.DONE;
  }

  private void tell(List<Finding> findings) {
    Console console = root.console();
    if (root.isJson()) {
      console.json(findings.stream().map(CheckCommand::asJson).toList());
      return;
    }
    findings.forEach(finding -> console.say(finding.toString()));
    console.warn(
        Words.count(count(findings, Finding.Level.ERROR), "error")
            + ", "
            + Words.count(count(findings, Finding.Level.WARNING), "warning")
            + ".");
  }

  private static long count(List<Finding> findings, Finding.Level level) {
    return findings.stream().filter(finding -> finding.level() == level).count();
  }

  private static Map<String, Object> asJson(Finding finding) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("level", finding.level().word());
    row.put("where", finding.where());
    row.put("finding", finding.finding());
    row.put("remedy", finding.remedy());
    return row;
  }
}
