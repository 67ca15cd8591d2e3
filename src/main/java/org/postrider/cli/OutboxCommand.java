package org.postrider.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postrider.app.Postrider;
import org.postrider.app.Refusal;
import org.postrider.outbox.Books;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code outbox}: the ledger. */
@Command(
    name = "outbox",
    description = "Shows the ledger's books; pauses, resumes, cancels and retries letters.",
    footer = {"", "Example:  postrider outbox status"})
final class OutboxCommand {

  @ParentCommand private RootCommand root;

  @Command(
      name = "status",
      description = "The balanced books of every edition.",
      footer = {"", "Example:  postrider outbox status --json"})
  void status() {
    try (Postrider postrider = root.open()) {
      List<Books> editions = postrider.database().read(postrider.outbox()::books);
      Books service = postrider.database().read(postrider.outbox()::serviceBooks);
      boolean paused = postrider.database().read(postrider.outbox()::isPaused);
      if (root.isJson()) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("editions", editions.stream().map(Rows::books).toList());
        json.put("service", Rows.books(service));
        json.put("paused", paused);
        root.console().json(json);
        return;
      }
      Table table =
          new Table(
              "EDITION",
              "ADDRESSED",
              "WAITING",
              "FLYING",
              "DEFERRED",
              "SENT",
              "FAILED",
              "CANCELLED",
              "UNKNOWN");
      editions.forEach(books -> row(table, books, books.id(), books.subject()));
      row(
          table,
          service,
          "service",
          "letters about subscriptions: confirmations, welcomes, goodbyes");
      root.console().out().print(table.text());
      if (paused) {
        root.console().say("Sending is paused; `postrider outbox resume` goes on.");
      }
    }
  }

  private static void row(Table table, Books books, String id, String note) {
    table.row(
        id,
        Long.toString(books.addressed()),
        Long.toString(books.waiting()),
        Long.toString(books.inFlight()),
        Long.toString(books.deferred()),
        Long.toString(books.sent()),
        Long.toString(books.failed()),
        Long.toString(books.cancelled()),
        Long.toString(books.unknown()));
    table.note(note);
  }

  @Command(
      name = "pause",
      description = "No letter leaves until resumed; those in flight arrive.",
      footer = {"", "Example:  postrider outbox pause"})
  void pause() {
    try (Postrider postrider = root.open()) {
      postrider.database().useTransaction(postrider.outbox()::pause);
      root.tell(true, "Paused sending.");
    }
  }

  @Command(
      name = "resume",
      description = "Lets letters leave again.",
      footer = {"", "Example:  postrider outbox resume"})
  void resume() {
    try (Postrider postrider = root.open()) {
      postrider.database().useTransaction(postrider.outbox()::resume);
      root.tell(true, "Resumed sending.");
    }
  }

  @Command(
      name = "cancel",
      description = "Cancels all letters of an edition that have not left.",
      footer = {"", "Example:  postrider outbox cancel 7kq2m9xh"})
  int cancel(
      @Parameters(paramLabel = "EDITION", description = "As `outbox status` shows it.") String id) {
    try (Postrider postrider = root.open()) {
      requireKnown(postrider, id);
      int cancelled =
          postrider
              .database()
              .inTransaction(
                  handle -> postrider.outbox().cancel(handle, id, postrider.clock().instant()));
      return root.tell(true, "Cancelled " + Words.count(cancelled, "letter") + ".");
    }
  }

  @Command(
      name = "retry",
      description = "Queues the failed and unknown letters of an edition once more.",
      footer = {"", "Example:  postrider outbox retry 7kq2m9xh"})
  int retry(
      @Parameters(paramLabel = "EDITION", description = "As `outbox status` shows it.") String id) {
    try (Postrider postrider = root.open()) {
      requireKnown(postrider, id);
      int queued =
          postrider
              .database()
              .inTransaction(
                  handle -> postrider.outbox().retry(handle, id, postrider.clock().instant()));
      return root.tell(true, "Queued " + Words.count(queued, "letter") + " once more.");
    }
  }

  private static void requireKnown(Postrider postrider, String id) {
    List<Books> known = postrider.database().read(postrider.outbox()::books);
    if (known.stream().noneMatch(books -> books.id().equals(id))) {
      throw new Refusal(
          "no edition is called \"" + id + "\"; `postrider outbox status` shows them");
    }
  }
}
