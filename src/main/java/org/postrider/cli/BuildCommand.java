package org.postrider.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.postrider.app.Builds;
import org.postrider.app.Logging;
import org.postrider.config.Configuration;
import org.postrider.config.LogSettings;
import org.postrider.publish.StaticBuild;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code build}: the feeds as static files. */
@Command(
    name = "build",
    description = {
      "Writes the feeds as static files, under the same paths as their URLs, for any web host.",
      "Needs no database: ids and order are kept beside them in postrider-ids.json; keep that file."
    },
    footer = {"", "Example:  postrider build --out public"})
final class BuildCommand implements Runnable {

  @ParentCommand private RootCommand root;

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where to write.")
  private Path out;

  @Override
  public void run() {
    Configuration configuration = root.configuration();
    Logging.to(LogSettings.Level.WARN);
    StaticBuild.Report report = Builds.of(configuration).into(out);
    Console console = root.console();
    if (root.isJson()) {
      console.json(
          Map.of(
              "written",
              report.written().stream().map(Path::toString).toList(),
              "posts",
              report.posts().stream().map(Rows::post).toList()));
      return;
    }
    List<String> problems =
        report.posts().stream()
            .flatMap(post -> post.problem().stream())
            .map(Object::toString)
            .toList();
    problems.forEach(problem -> console.warn("Left out " + problem));
    report.written().forEach(file -> console.say("Wrote " + file + "."));
    console.say(
        report.written().isEmpty()
            ? "Nothing changed in " + out + "."
            : "The feeds in " + out + " are up to date.");
  }
}
