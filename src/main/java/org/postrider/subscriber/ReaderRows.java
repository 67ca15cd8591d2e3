package org.postrider.subscriber;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.mapper.RowViewMapper;
import org.jdbi.v3.core.result.RowView;

/** Puts readers together from the rows of {@link #SELECT}: one row per topic, or one without. */
final class ReaderRows {

  static final String SELECT =
      "SELECT r.id, r.address, r.state, r.language, r.frequency, r.joined, r.confirmed, t.topic"
          + " FROM reader r LEFT JOIN reader_topic t ON t.reader_id = r.id";

  static final String ORDER = " ORDER BY r.address_key, t.topic_key";

  private ReaderRows() {}

  /** Shows each reader once; the rows of one reader must follow each other. */
  static void forEach(Iterator<Row> rows, Consumer<Reader> each) {
    Row first = null;
    List<String> topics = new ArrayList<>();
    while (rows.hasNext()) {
      Row row = rows.next();
      if (first != null && first.reader().id() != row.reader().id()) {
        each.accept(first.withTopics(topics));
        topics.clear();
        first = null;
      }
      first = first == null ? row : first;
      row.topic().ifPresent(topics::add);
    }
    if (first != null) {
      each.accept(first.withTopics(topics));
    }
  }

  /** One row: a reader without his topics, and one of these. */
  record Row(Reader reader, Optional<String> topic) {

    static final RowViewMapper<Row> MAPPER = Row::of;

    private static Row of(RowView row) {
      Reader reader =
          new Reader(
              row.getColumn("id", Long.class),
              new EmailAddress(row.getColumn("address", String.class)),
              ReaderState.valueOf(constant(row, "state")),
              row.getColumn("language", String.class),
              List.of(),
              Frequency.valueOf(constant(row, "frequency")),
              row.getColumn("joined", Instant.class),
              Optional.ofNullable(row.getColumn("confirmed", Instant.class)));
      return new Row(reader, Optional.ofNullable(row.getColumn("topic", String.class)));
    }

    private static String constant(RowView row, String column) {
      return row.getColumn(column, String.class).toUpperCase(Locale.ROOT);
    }

    Reader withTopics(List<String> topics) {
      return new Reader(
          reader.id(),
          reader.address(),
          reader.state(),
          reader.language(),
          List.copyOf(topics),
          reader.frequency(),
          reader.joined(),
          reader.confirmed());
    }
  }
}
