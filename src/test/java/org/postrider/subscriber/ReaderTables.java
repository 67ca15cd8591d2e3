package org.postrider.subscriber;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.postrider.store.Database;
import org.postrider.token.Secret;
import org.postrider.token.Tokens;

/** An empty embedded database, and short ways to put readers into it. */
abstract class ReaderTables {

  static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  @TempDir Path folder;

  Database database;
  Readers readers;

  @BeforeEach
  void open() {
    database = Database.openEmbedded(folder);
    Secret secret = Secret.of("thirty-two bytes and some more of them".getBytes(UTF_8));
    readers = new Readers(new Tokens(secret, () -> NOW), new Random(7));
  }

  @AfterEach
  void close() {
    database.close();
  }

  Reader add(String address, ReaderState state, Readers.Wishes wishes) {
    return database.inTransaction(
        handle -> readers.add(handle, address(address), state, wishes, NOW));
  }

  static Readers.Wishes wishes(String language, String... topics) {
    return new Readers.Wishes(language, List.of(topics), Frequency.EVERY);
  }

  static EmailAddress address(String text) {
    return EmailAddress.parse(text).orElseThrow();
  }

  Stream<Reader> all() {
    Stream.Builder<Reader> all = Stream.builder();
    database.useTransaction(handle -> readers.forEach(handle, all));
    return all.build();
  }

  Optional<Reader> find(String address) {
    return database.read(handle -> readers.find(handle, address(address)));
  }

  boolean holds(Predicate<Handle> condition) {
    return database.read(condition::test);
  }

  List<Map<String, Object>> rows(String table) {
    return database.read(handle -> handle.select("SELECT * FROM " + table).mapToMap().list());
  }
}
