package org.postrider.subscriber;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * All readers in comma-separated values (RFC 4180) that {@link ReaderImport} reads back. Instants
 * are RFC 3339 in UTC.
 */
public final class ReaderExport {

  private static final List<String> HEADER =
      List.of("email", "state", "language", "topics", "frequency", "joined", "confirmed");

  private ReaderExport() {}

  /**
   * Writes the header and every reader, in the order of their addresses.
   *
   * @param out in UTF-8 if it becomes bytes; left open
   * @throws UncheckedIOException when {@code out} takes no more
   */
  public static void write(Handle handle, Readers readers, Appendable out) {
    append(out, HEADER);
    readers.forEach(handle, reader -> append(out, row(reader)));
  }

  private static List<String> row(Reader reader) {
    return List.of(
        reader.address().text(),
        reader.state().word(),
        reader.language(),
        Topics.join(reader.topics()),
        reader.frequency().word(),
        instant(reader.joined()),
        reader.confirmed().map(ReaderExport::instant).orElse(""));
  }

  private static String instant(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static void append(Appendable out, List<String> fields) {
    try {
      out.append(fields.stream().map(ReaderExport::field).collect(Collectors.joining(",")))
          .append("\r\n");
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  // RFC 4180 section 2.6: "Fields containing line breaks (CRLF), double quotes, and commas should
  // be enclosed in double-quotes." A semicolon too, because programs guess it to be the separator.
  private static String field(String text) {
    boolean plain = text.chars().noneMatch(character -> ",;\"\r\n".indexOf(character) >= 0);
    return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
