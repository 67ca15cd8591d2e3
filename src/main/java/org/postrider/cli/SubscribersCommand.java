package org.postrider.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.postrider.app.Postrider;
import org.postrider.app.Refusal;
import org.postrider.membership.Added;
import org.postrider.membership.ImportReport;
import org.postrider.subscriber.EmailAddress;
import org.postrider.subscriber.Reader;
import org.postrider.subscriber.ReaderExport;
import org.postrider.subscriber.Readers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code subscribers}: who gets letters. */
@Command(
    name = "subscribers",
    description = "Lists, adds, removes, forgets, imports and exports readers.",
    footer = {"", "Example:  postrider subscribers add reader@example.org"})
final class SubscribersCommand {

  @ParentCommand private RootCommand root;

  @Command(
      name = "list",
      description = "Every reader.",
      footer = {"", "Example:  postrider subscribers list --json"})
  void list() {
    try (Postrider postrider = root.open()) {
      List<Reader> readers = new ArrayList<>();
      postrider
          .database()
          .read(
              handle -> {
                postrider.readers().forEach(handle, readers::add);
                return readers;
              });
      if (root.isJson()) {
        root.console().json(readers.stream().map(Rows::reader).toList());
        return;
      }
      Table table = new Table("STATE", "JOINED", "READER");
      readers.forEach(
          reader ->
              table.row(
                  reader.state().word(),
                  reader.joined().toString().substring(0, 10),
                  reader.address().text()));
      root.console().out().print(table.text());
    }
  }

  @Command(
      name = "add",
      description =
          "Adds a reader, who gets a confirmation letter unless you vouch for their consent.",
      footer = {"", "Example:  postrider subscribers add reader@example.org --confirmed"})
  int add(
      @Parameters(paramLabel = "ADDRESS", description = "Their mail address.") String text,
      @Option(names = "--confirmed", description = "You vouch that they agreed; no letter is sent.")
          boolean confirmed) {
    EmailAddress address = address(text);
    try (Postrider postrider = root.open()) {
      Added added = postrider.membership().add(address, Readers.Wishes.ALL, confirmed, "operator");
      boolean done =
          switch (added) {
            case ACTIVE, ASKED -> true;
            case ASKED_BEFORE, KNOWN, LEFT, SUPPRESSED, FORGOTTEN -> false;
          };
      return root.tell(done, said(added, address));
    }
  }

  private static String said(Added added, EmailAddress address) {
    return switch (added) {
      case ACTIVE -> "Added " + address + ", confirmed by the operator.";
      case ASKED -> "Added " + address + "; a confirmation letter is queued.";
      case ASKED_BEFORE -> address + " was asked to confirm lately, and is not asked again now.";
      case KNOWN -> address + " is a reader already.";
      case LEFT ->
          address
              + " left; only a new confirmation of their own brings them back: add them without --confirmed.";
      case SUPPRESSED -> address + " is suppressed: letters to it are refused for good.";
      case FORGOTTEN ->
          address
              + " was erased on demand; only its owner can come back, through the sign-up page.";
    };
  }

  @Command(
      name = "remove",
      description = "Takes a reader off; what still waits for them is cancelled.",
      footer = {"", "Example:  postrider subscribers remove reader@example.org"})
  int remove(@Parameters(paramLabel = "ADDRESS", description = "Their mail address.") String text) {
    EmailAddress address = address(text);
    try (Postrider postrider = root.open()) {
      boolean done = postrider.membership().remove(address);
      return root.tell(done, done ? "Removed " + address + "." : address + " is no reader.");
    }
  }

  @Command(
      name = "forget",
      description = "Erases all that is stored of a reader; only a keyed hash stays.",
      footer = {"", "Example:  postrider subscribers forget reader@example.org"})
  int forget(@Parameters(paramLabel = "ADDRESS", description = "Their mail address.") String text) {
    EmailAddress address = address(text);
    try (Postrider postrider = root.open()) {
      boolean done = postrider.membership().forget(address);
      return root.tell(done, done ? "Forgot " + address + "." : address + " is not known.");
    }
  }

  @Command(
      name = "import",
      description =
          "Adds the readers in a CSV file with a header line; only the column \"email\" is needed.",
      footer = {"", "Example:  postrider subscribers import readers.csv --confirmed --dry-run"})
  void importFile(
      @Parameters(paramLabel = "FILE", description = "The CSV file.") Path file,
      @Option(
              names = "--confirmed",
              description = "You vouch that all agreed; no letters are sent.")
          boolean confirmed,
      @Option(names = "--dry-run", description = "Only count.") boolean dryRun) {
    try (Postrider postrider = root.open()) {
      ImportReport report = postrider.membership().importCsv(file, confirmed, dryRun);
      Console console = root.console();
      if (root.isJson()) {
        console.json(report);
      } else {
        report
            .refused()
            .forEach(row -> console.warn(file + ":" + row.line() + ": " + row.reason()));
        report
            .suppressed()
            .forEach(
                line ->
                    console.warn(
                        file + ":" + line + ": the address is suppressed or was erased on demand"));
        console.say(
            (dryRun ? "Would add " : "Added ")
                + Words.count(report.added(), "reader")
                + (confirmed ? ", confirmed by the operator" : ", each with a confirmation letter")
                + "; "
                + report.known()
                + " known before, "
                + report.repeated()
                + " repeated, "
                + report.suppressed().size()
                + " suppressed, "
                + report.refused().size()
                + " refused.");
      }
    }
  }

  @Command(
      name = "export",
      description = "Writes all readers as CSV, to a file or the standard output.",
      footer = {"", "Example:  postrider subscribers export readers.csv"})
  void export(
      @Parameters(
              paramLabel = "FILE",
              arity = "0..1",
              description = "Where to; default: standard output.")
          Path file) {
    try (Postrider postrider = root.open()) {
      if (file == null) {
        postrider.database().read(handle -> export(handle, postrider, root.console().out()));
        return;
      }
      try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
        postrider.database().read(handle -> export(handle, postrider, out));
      } catch (IOException e) {
        throw new Refusal("\"" + file + "\" can't be written: " + e.getMessage());
      }
      root.console().say("Exported the readers to " + file + ".");
    }
  }

  private static boolean export(Handle handle, Postrider postrider, Appendable out) {
    ReaderExport.write(handle, postrider.readers(), out);
    return true;
  }

  private static EmailAddress address(String text) {
    return EmailAddress.parse(text)
        .orElseThrow(
            () ->
                new Refusal(
                    "\"" + text + "\" is not a mail address; write it like reader@example.org"));
  }
}
