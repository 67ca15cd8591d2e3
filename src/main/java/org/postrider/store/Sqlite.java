package org.postrider.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteException;

/**
 * The embedded engine: how its file is opened, what its types are called, what its faults mean.
 *
 * @param file of the database
 */
record Sqlite(Path file) {

  private static final Duration BUSY_LIMIT = Duration.ofSeconds(10);
  private static final int CONNECTIONS = 8;

  /** What migrations write as <code>${blob}</code> and the like. */
  Map<String, String> typeNames() {
    return Map.of("blob", "BLOB");
  }

  HikariDataSource connect() {
    DataFolder.makeFile(file);
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("embedded database");
    pool.setDataSource(source());
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setMinimumIdle(1);
    pool.setMaxLifetime(0);
    pool.setConnectionTimeout(BUSY_LIMIT.multipliedBy(3).toMillis());
    try {
      return new HikariDataSource(pool);
    } catch (PoolInitializationException fault) {
      throw fault(fault);
    }
  }

  private SQLiteDataSource source() {
    SQLiteConfig settings = new SQLiteConfig();
    settings.setJournalMode(JournalMode.WAL);
    // NORMAL may lose the last commits at a power loss, and what the ledger forgets is sent twice.
    settings.setSynchronous(SynchronousMode.FULL);
    // A deferred transaction that reads first and writes later fails at once when another has
    // written in between; waiting does not help it.
    settings.setTransactionMode(TransactionMode.IMMEDIATE);
    settings.setBusyTimeout((int) BUSY_LIMIT.toMillis());
    settings.enforceForeignKeys(true);
    SQLiteDataSource source = new SQLiteDataSource(settings);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  /** The exception for what a library threw, with a sentence for the operator. */
  StoreException fault(Throwable thrown) {
    return new StoreException(sentence(thrown), thrown);
  }

  private String sentence(Throwable thrown) {
    String name = "The database \"" + file + "\" ";
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException refusal) {
        return name + sentence(refusal);
      }
    }
    return name + "can't be used: " + thrown.getMessage();
  }

  private static String sentence(SQLiteException refusal) {
    // Extended result codes hold the primary one in their lowest byte (sqlite.org/rescode.html).
    return switch (refusal.getResultCode().code & 0xff) {
      case 5, 6 ->
          "was kept locked by another process for more than "
              + BUSY_LIMIT.toSeconds()
              + " seconds. Look for a backup tool or a second program that has it open.";
      case 8, 3, 23 -> "can't be written. Let the daemon's user write to it and to its folder.";
      case 10 -> "could not be read or written by the disk. Check the disk, then the database.";
      case 11 -> "is damaged. Stop the daemon and put a backup in its place.";
      case 13 -> "can't grow: the disk is full. Make room; nothing that was stored is lost.";
      case 14 -> "can't be opened. Let the daemon's user read and write it and its folder.";
      case 26 ->
          "is not a database of Postrider. Move that file away, or name another data folder.";
      default -> "refused a statement: " + refusal.getMessage();
    };
  }
}
