package org.postrider.subscriber;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.postrider.subscriber.CsvRecords.Fields;

/**
 * A file of readers in comma-separated values (RFC 4180, UTF-8) with a header line. {@code email}
 * is the only column it needs; {@code language}, {@code topics} (several with semicolons between),
 * {@code frequency} and {@code state} are used when they are there, others passed over. It changes
 * nothing; {@code membership} does.
 */
public final class ReaderImport {

  private final Map<String, Integer> columns = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final Consumer<Row> rows;
  private final Consumer<Refusal> refusals;
  private int repeated;

  private ReaderImport(Consumer<Row> rows, Consumer<Refusal> refusals) {
    this.rows = rows;
    this.refusals = refusals;
  }

  /**
   * A usable row.
   *
   * @param line in the file, from 1
   * @param state {@code ACTIVE}, or {@code PENDING} where the file says that he has not confirmed
   */
  public record Row(int line, EmailAddress address, ReaderState state, Readers.Wishes wishes) {}

  /**
   * A row that can't be used.
   *
   * @param reason without a full stop
   */
  public record Refusal(int line, String reason) {}

  /**
   * Shows every row, in the order of the file.
   *
   * @return how many rows only repeated the address of an earlier one; they are not shown
   * @throws BadImport when the file can't be read or has no column {@code email}
   */
  public static int read(Path file, Consumer<Row> rows, Consumer<Refusal> refusals) {
    // What is not UTF-8 becomes U+FFFD, so that it can be refused by its line.
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    try (var text =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder))) {
      ReaderImport reading = new ReaderImport(rows, refusals);
      reading.read(file, new CsvRecords(text));
      return reading.repeated;
    } catch (NoSuchFileException missing) {
      throw new BadImport("There is no file \"" + file + "\" to import.", missing);
    } catch (IOException fault) {
      throw new BadImport(
          "The file \"" + file + "\" could not be read: " + fault.getMessage() + ".", fault);
    }
  }

  private void read(Path file, CsvRecords records) throws IOException {
    Optional<Fields> record = records.next();
    while (record.isPresent() && record.get().isBlank()) {
      record = records.next();
    }
    record.ifPresent(this::readHeader);
    if (!columns.containsKey("email")) {
      throw new BadImport(
          "The file \""
              + file
              + "\" has no column \"email\" in its first line. Write a header line such as"
              + " \"email,language,topics,frequency\".",
          null);
    }
    for (record = records.next(); record.isPresent(); record = records.next()) {
      if (!record.get().isBlank()) {
        readRow(record.get());
      }
    }
  }

  private void readHeader(Fields header) {
    for (int column = 0; column < header.values().size(); column++) {
      columns.putIfAbsent(header.values().get(column).strip().toLowerCase(Locale.ROOT), column);
    }
  }

  private void readRow(Fields fields) {
    Optional<String> fault = fault(fields);
    if (fault.isPresent()) {
      refusals.accept(new Refusal(fields.line(), fault.get()));
      return;
    }
    EmailAddress address = EmailAddress.parse(value(fields, "email")).orElseThrow();
    if (!seen.add(address.key())) {
      repeated++;
      return;
    }
    Readers.Wishes wishes =
        new Readers.Wishes(
            value(fields, "language"), topics(fields), frequency(fields).orElseThrow());
    rows.accept(new Row(fields.line(), address, state(fields), wishes));
  }

  private Optional<String> fault(Fields fields) {
    if (fields.fault().isPresent()) {
      return fields.fault();
    }
    if (String.join("", fields.values()).indexOf('\uFFFD') >= 0) {
      return Optional.of("it is not UTF-8; save the file in that encoding");
    }
    if (EmailAddress.parse(value(fields, "email")).isEmpty()) {
      return Optional.of("\"" + value(fields, "email") + "\" is not a mail address");
    }
    if (LanguageTags.canonical(value(fields, "language")).isEmpty()) {
      return Optional.of(
          "\"" + value(fields, "language") + "\" is not a language; write one such as en or zh-CN");
    }
    if (frequency(fields).isEmpty()) {
      return Optional.of(
          "\"" + value(fields, "frequency") + "\" is none of every, daily, weekly, monthly");
    }
    String state = value(fields, "state").toLowerCase(Locale.ROOT);
    if (!List.of("", ReaderState.ACTIVE.word(), ReaderState.PENDING.word()).contains(state)) {
      return Optional.of("its state is \"" + state + "\", and only active readers are taken");
    }
    return Optional.empty();
  }

  private String value(Fields fields, String column) {
    int index = columns.getOrDefault(column, Integer.MAX_VALUE);
    return index < fields.values().size() ? fields.values().get(index).strip() : "";
  }

  private Optional<Frequency> frequency(Fields fields) {
    String word = value(fields, "frequency").toLowerCase(Locale.ROOT);
    return word.isEmpty()
        ? Optional.of(Frequency.EVERY)
        : Arrays.stream(Frequency.values()).filter(each -> each.word().equals(word)).findFirst();
  }

  private List<String> topics(Fields fields) {
    return Topics.split(value(fields, "topics"));
  }

  private ReaderState state(Fields fields) {
    return value(fields, "state").equalsIgnoreCase(ReaderState.PENDING.word())
        ? ReaderState.PENDING
        : ReaderState.ACTIVE;
  }
}
