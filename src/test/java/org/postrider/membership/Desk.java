package org.postrider.membership;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.postrider.letter.Edition;
import org.postrider.store.Database;
import org.postrider.store.Facts;
import org.postrider.subscriber.EmailAddress;
import org.postrider.subscriber.Reader;
import org.postrider.subscriber.ReaderState;
import org.postrider.subscriber.Readers;
import org.postrider.token.Purpose;
import org.postrider.token.Secret;
import org.postrider.token.Tokens;

/**
 * Membership on an empty database with a settable clock. Letters are noted in a table, so that one
 * of a transaction that was rolled back is not there.
 */
abstract class Desk {

  static final EmailAddress ANN = EmailAddress.parse("ann@blog.example").orElseThrow();

  @TempDir Path folder;

  Instant now = Instant.parse("2026-11-23T10:00:00Z");
  Database database;
  Readers readers;
  Tokens tokens;
  Membership membership;
  final List<Edition.Kind> rendered = Collections.synchronizedList(new ArrayList<>());
  Optional<RuntimeException> fault = Optional.empty();

  @BeforeEach
  void open() {
    database = Database.openEmbedded(folder);
    database.useTransaction(
        handle ->
            handle.execute(
                "CREATE TABLE noted (reader BIGINT, what TEXT, occasion TEXT,"
                    + " UNIQUE (reader, what, occasion))"));
    tokens =
        new Tokens(Secret.of("thirty-two bytes and some more of them".getBytes(UTF_8)), () -> now);
    readers = new Readers(tokens, new Random(7));
    Letters letters =
        new Letters(
            (kind, language) -> {
              fault.ifPresent(
                  broken -> {
                    throw broken;
                  });
              rendered.add(kind);
              String what = (kind.name().toLowerCase(Locale.ROOT) + " " + language).strip();
              return slip -> note(slip.handle(), slip.reader(), what, slip.occasion());
            },
            (handle, reader) -> note(handle, reader, "withdrawn", ""),
            (handle, reader) -> note(handle, reader, "wiped", ""));
    membership = new Membership(database, readers, tokens, letters, () -> now);
  }

  private static void note(
      org.jdbi.v3.core.Handle handle, Reader reader, String what, String occasion) {
    handle.execute("INSERT INTO noted VALUES (?, ?, ?)", reader.id(), what, occasion);
  }

  @AfterEach
  void close() {
    database.close();
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  void join() {
    membership.join(ANN, Readers.Wishes.ALL, "web");
  }

  String token(Purpose purpose) {
    return tokens.sign(purpose, ann().orElseThrow().id());
  }

  Optional<Reader> ann() {
    return database.read(handle -> readers.find(handle, ANN));
  }

  Optional<ReaderState> state() {
    return ann().map(Reader::state);
  }

  /** What was queued and what else the outbox was told to do, in this order. */
  List<String> noted() {
    return database.read(
        handle ->
            handle.select("SELECT what FROM noted ORDER BY rowid").mapTo(String.class).list());
  }

  List<String> acts() {
    long id = ann().orElseThrow().id();
    return database.read(
        handle ->
            readers.consents(handle, id).stream()
                .map(consent -> consent.act() + " by " + consent.source())
                .toList());
  }

  Optional<String> lastWrite() {
    return database.read(handle -> Facts.get(handle, "membership.asked"));
  }
}
