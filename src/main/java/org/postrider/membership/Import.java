package org.postrider.membership;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.postrider.letter.Edition;
import org.postrider.store.Database;
import org.postrider.subscriber.ReaderImport;
import org.postrider.subscriber.ReaderImport.Refusal;
import org.postrider.subscriber.ReaderImport.Row;
import org.postrider.subscriber.ReaderState;
import org.postrider.subscriber.Readers;

/**
 * One run through a file of readers, in many short transactions: what interrupts it leaves whole
 * rows, and running it again adds the rest.
 */
final class Import {

  private static final int ROWS_PER_TRANSACTION = 100;
  private static final String SOURCE = "operator";

  private final Database database;
  private final Readers readers;
  private final Join join;
  private final Letters letters;
  private final Instant now;

  private final Map<String, Consumer<Letters.Slip>> prepared = new HashMap<>();
  private final List<Row> batch = new ArrayList<>();
  private final List<Integer> suppressed = new ArrayList<>();
  private final List<Refusal> refused = new ArrayList<>();
  private int added;
  private int known;

  Import(Database database, Readers readers, Letters letters, Instant now) {
    this.database = database;
    this.readers = readers;
    this.join = new Join(readers);
    this.letters = letters;
    this.now = now;
  }

  /** Adds the readers in {@code file}. */
  ImportReport run(Path file, boolean confirmed) {
    return read(file, confirmed, confirmed ? this::vouch : this::ask);
  }

  /** Counts what {@link #run} would do. */
  ImportReport rehearse(Path file, boolean confirmed) {
    return read(file, confirmed, rows -> database.read(handle -> fresh(handle, rows)));
  }

  private ImportReport read(Path file, boolean confirmed, Consumer<List<Row>> act) {
    int repeated =
        ReaderImport.read(
            file,
            row -> {
              if (confirmed && row.state() == ReaderState.PENDING) {
                refused.add(
                    new Refusal(row.line(), "its state is \"pending\": he has not confirmed"));
              } else {
                batch.add(row);
              }
              if (batch.size() == ROWS_PER_TRANSACTION) {
                flush(act);
              }
            },
            refused::add);
    flush(act);
    refused.sort(Comparator.comparingInt(Refusal::line));
    return new ImportReport(added, known, repeated, List.copyOf(suppressed), List.copyOf(refused));
  }

  private void flush(Consumer<List<Row>> act) {
    act.accept(List.copyOf(batch));
    batch.clear();
  }

  private void ask(List<Row> rows) {
    for (Row row : rows) {
      prepared.computeIfAbsent(
          row.wishes().language(),
          language -> letters.prepare().apply(Edition.Kind.CONFIRM, language));
    }
    database.useTransaction(
        handle -> {
          for (Row row : fresh(handle, rows)) {
            join.ask(handle, wish(row), prepared.get(row.wishes().language()), now);
          }
        });
  }

  private void vouch(List<Row> rows) {
    database.useTransaction(
        handle -> {
          for (Row row : fresh(handle, rows)) {
            join.vouch(handle, wish(row), now);
          }
        });
  }

  private static Join.Wish wish(Row row) {
    return new Join.Wish(row.address(), row.wishes(), SOURCE);
  }

  /** The rows of new readers; counts these and the others. */
  private List<Row> fresh(Handle handle, List<Row> rows) {
    List<Row> fresh = new ArrayList<>();
    for (Row row : rows) {
      if (join.refusal(handle, row.address()).isPresent()) {
        suppressed.add(row.line());
      } else if (readers.find(handle, row.address()).isPresent()) {
        known++;
      } else {
        fresh.add(row);
      }
    }
    added += fresh.size();
    return fresh;
  }
}
