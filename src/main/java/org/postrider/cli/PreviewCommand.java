package org.postrider.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.postrider.app.Postrider;
import org.postrider.app.Preview;
import org.postrider.app.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code preview}: what readers of one post would get. */
@Command(
    name = "preview",
    description =
        "Writes letter.html, letter.txt, letter.eml and feed-entry.xml of one post. Sends nothing.",
    footer = {"", "Example:  postrider preview a-walk --out preview"})
final class PreviewCommand implements Runnable {

  @ParentCommand private RootCommand root;

  @Parameters(paramLabel = "POST", description = "Path, file name, slug or id.")
  private String name;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "preview",
      description = "Where to write; default ${DEFAULT-VALUE}.")
  private Path out;

  @Override
  public void run() {
    try (Postrider postrider = root.open()) {
      Preview.Sheets sheets = postrider.preview().of(name);
      Files.createDirectories(out);
      List<Path> written =
          List.of(
              Files.write(
                  out.resolve("letter.html"), sheets.html().getBytes(StandardCharsets.UTF_8)),
              Files.write(
                  out.resolve("letter.txt"), sheets.text().getBytes(StandardCharsets.UTF_8)),
              Files.write(out.resolve("letter.eml"), sheets.eml()),
              Files.write(out.resolve("feed-entry.xml"), sheets.feed()));
      if (root.isJson()) {
        root.console().json(written.stream().map(Path::toString).toList());
      } else {
        written.forEach(file -> root.console().say("Wrote " + file + "."));
      }
    } catch (IOException e) {
      throw new Refusal(
          "\""
              + out
              + "\" can't be written to: "
              + e.getMessage()
              + "; give another folder with --out");
    }
  }
}
