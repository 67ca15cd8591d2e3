package org.postrider.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

  @TempDir Path folder;

  @Test
  void whatACommittedTransactionWroteIsThereAfterReopening() {
    try (Database database = Database.openEmbedded(folder)) {
      database.useTransaction(handle -> Facts.put(handle, "baseline", "taken"));
    }
    try (Database database = Database.openEmbedded(folder)) {
      assertThat(fact(database, "baseline")).contains("taken");
    }
  }

  @Test
  void whatWorkThrowsPassesThroughUnchangedAndRollsBack() {
    IllegalArgumentException ours = new IllegalArgumentException("ours");
    try (Database database = Database.openEmbedded(folder)) {
      assertThatThrownBy(
              () ->
                  database.useTransaction(
                      handle -> {
                        Facts.put(handle, "half", "done");
                        throw ours;
                      }))
          .isSameAs(ours);

      assertThat(fact(database, "half")).isEmpty();
      database.useTransaction(handle -> Facts.put(handle, "next", "works"));
      assertThat(fact(database, "next")).contains("works");
    }
  }

  @Test
  void aRefusedStatementIsAStoreExceptionThatKeepsItsCauseAndRollsBack() {
    try (Database database = Database.openEmbedded(folder)) {
      assertThatThrownBy(
              () ->
                  database.useTransaction(
                      handle -> {
                        Facts.put(handle, "half", "done");
                        handle.execute("INSERT INTO fact (name, value) VALUES ('half', 'twice')");
                      }))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("refused a statement")
          .hasMessageContaining("UNIQUE")
          .hasRootCauseInstanceOf(org.sqlite.SQLiteException.class);

      assertThat(fact(database, "half")).isEmpty();
    }
  }

  @Test
  void instantsAreStoredAsMilliseconds() {
    Instant moment = Instant.parse("1969-12-31T23:59:58.765Z");
    try (Database database = Database.openEmbedded(folder)) {
      database.useTransaction(
          handle -> {
            handle.execute("CREATE TABLE moments (at BIGINT, no BIGINT)");
            handle
                .createUpdate("INSERT INTO moments (at, no) VALUES (:at, :no)")
                .bind("at", moment)
                .bindByType("no", null, Instant.class)
                .execute();
          });

      assertThat(only(database, "SELECT at FROM moments", Long.class)).contains(-1235L);
      assertThat(only(database, "SELECT at FROM moments", Instant.class)).contains(moment);
      assertThat(only(database, "SELECT no FROM moments", Instant.class)).isEmpty();
    }
  }

  @Test
  void beginningAnythingInsideATransactionIsRefused() {
    try (Database database = Database.openEmbedded(folder)) {
      assertThatThrownBy(
              () -> database.useTransaction(handle -> database.useTransaction(nested -> {})))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(
              () -> database.useTransaction(handle -> database.read(nested -> Optional.empty())))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void aReaderSeesTheCommittedStateWhileAnotherWrites() {
    try (Database writer = Database.openEmbedded(folder);
        Database reader = Database.openEmbedded(folder)) {
      writer.useTransaction(
          handle -> {
            Facts.put(handle, "open", "yes");
            assertThat(fact(reader, "open")).isEmpty();
          });
      assertThat(fact(reader, "open")).contains("yes");
    }
  }

  @Test
  void committedTransactionsAreOnTheDiskAndForeignKeysHold() {
    try (Database database = Database.openEmbedded(folder)) {
      assertThat(only(database, "PRAGMA journal_mode", String.class)).contains("wal");
      assertThat(only(database, "PRAGMA synchronous", Integer.class)).contains(2);
      assertThat(only(database, "PRAGMA foreign_keys", Integer.class)).contains(1);
    }
  }

  @Test
  void nobodyElseMayReadTheDatabase() throws IOException {
    Path data = folder.resolve("new/data");
    Database.openEmbedded(data).close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("postrider.db"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aNewerDatabaseIsRefusedWithASentence() {
    try (Database database = Database.openEmbedded(folder)) {
      database.useTransaction(
          handle ->
              handle.execute(
                  "INSERT INTO flyway_schema_history (installed_rank, version, description, type,"
                      + " script, checksum, installed_by, execution_time, success) VALUES"
                      + " (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 1, '', 1, 1)"));
    }
    assertThatThrownBy(() -> Database.openEmbedded(folder))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("version 9999")
        .hasMessageContaining("newer");
  }

  @Test
  void lookingForFaultsMakesNoDatabaseAndMigratesNone() throws Exception {
    assertThat(Database.faultOfEmbedded(folder)).isEmpty();
    assertThat(folder).isEmptyDirectory();

    Path file = folder.resolve("postrider.db");
    try (Connection older = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = older.createStatement()) {
      statement.execute("CREATE TABLE essay (title TEXT)");
    }
    assertThat(Database.faultOfEmbedded(folder)).isEmpty();
    try (Connection still = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = still.createStatement();
        ResultSet tables = statement.executeQuery("SELECT COUNT(*) FROM sqlite_master")) {
      assertThat(tables.getInt(1)).isEqualTo(1);
    }
  }

  @Test
  void lookingForFaultsNamesAFileThatIsNoDatabase() throws IOException {
    Files.writeString(folder.resolve("postrider.db"), "Dear diary.\n".repeat(500));
    assertThat(Database.faultOfEmbedded(folder).orElseThrow()).contains("is not a database");
  }

  @Test
  void aFileThatIsNoDatabaseIsLeftAloneAndNamed() throws IOException {
    Path file = folder.resolve("postrider.db");
    Files.writeString(file, "Dear diary, this is no database at all.\n".repeat(200));

    assertThatThrownBy(() -> Database.openEmbedded(folder))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("postrider.db")
        .hasMessageContaining("is not a database");
    assertThat(file).content().startsWith("Dear diary");
  }

  @Test
  void aDataFolderThatCannotBeMadeIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("in-the-way"));

    assertThatThrownBy(() -> Database.openEmbedded(file.resolve("data")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("in-the-way")
        .hasMessageContaining("can't be made");
  }

  @Test
  void aFullDiskIsToldAndNothingStoredIsLost() {
    try (Database database = Database.openEmbedded(folder)) {
      database.useTransaction(handle -> Facts.put(handle, "kept", "yes"));
      assertThatThrownBy(
              () ->
                  database.useTransaction(
                      handle -> {
                        handle.execute("PRAGMA max_page_count = 1");
                        Facts.put(handle, "big", "x".repeat(10_000_000));
                      }))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("disk is full");
      assertThat(fact(database, "kept")).contains("yes");
    }
  }

  @Test
  void aClosedDatabaseSaysSo() {
    Database database = Database.openEmbedded(folder);
    database.close();

    assertThatThrownBy(() -> fact(database, "any"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("closed");
  }

  private static Optional<String> fact(Database database, String name) {
    return database.read(handle -> Facts.get(handle, name));
  }

  private static <T> Optional<T> only(Database database, String sql, Class<T> type) {
    return database.read(handle -> handle.createQuery(sql).mapTo(type).findOne());
  }
}
