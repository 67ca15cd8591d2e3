package org.postrider.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The database of one installation: connections, transactions and migrations. {@link
 * java.time.Instant} values are stored as milliseconds since 1970 in BIGINT columns. Safe for use
 * by several threads; several processes may have the embedded database open.
 *
 * <p>What the database refuses becomes a {@link StoreException}; what {@code work} itself throws
 * passes through unchanged. Inside a transaction the same thread may not begin anything else here:
 * that is an {@link IllegalStateException}; pass the {@link Handle} on instead.
 */
public final class Database implements AutoCloseable {

  private static final String FILE = "postrider.db";
  private static final Duration MIGRATION_LIMIT = Duration.ofMinutes(2);

  private final Sqlite engine;
  private final HikariDataSource pool;
  private final Jdbi jdbi;

  /**
   * One writer at a time per process, in the order of asking: the engine lets one in anyway, and
   * threads left to its busy handler sleep past their turn.
   */
  private final ReentrantLock writing = new ReentrantLock(true);

  private Database(Sqlite engine, HikariDataSource pool) {
    this.engine = engine;
    this.pool = pool;
    this.jdbi = Jdbi.create(pool).installPlugin(new InstantColumns());
  }

  /**
   * Opens the embedded database {@code postrider.db} in {@code dataFolder}, making it when it is
   * missing and migrating it when it is older than the program.
   *
   * @throws StoreException when it can't be opened or is newer than the program
   */
  public static Database openEmbedded(Path dataFolder) {
    Path folder = DataFolder.open(dataFolder);
    Sqlite engine = new Sqlite(folder.resolve(FILE));
    // Going over to WAL and migrating are for one process at a time.
    ProcessLock lock = takeMigrationLock(folder);
    try {
      return open(engine);
    } finally {
      lock.close();
    }
  }

  /**
   * Why the embedded database in {@code dataFolder} could not be opened; empty when it could, or
   * when there is none yet. Changes nothing: an older database stays as it is.
   */
  public static Optional<String> faultOfEmbedded(Path dataFolder) {
    Path file = dataFolder.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Sqlite engine = new Sqlite(file);
    try (HikariDataSource pool = engine.connect()) {
      new Migrations(pool, engine.typeNames()).refuseNewer();
      return Optional.empty();
    } catch (FlywayException fault) {
      return Optional.of(engine.fault(fault).getMessage());
    } catch (StoreException fault) {
      return Optional.of(fault.getMessage());
    }
  }

  private static ProcessLock takeMigrationLock(Path folder) {
    Optional<ProcessLock> lock;
    try {
      lock = ProcessLock.take(folder, "migration", MIGRATION_LIMIT);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StoreException("Interrupted while waiting to open the database.", interrupted);
    }
    return lock.orElseThrow(
        () ->
            new StoreException(
                "Another process has been opening the database in \""
                    + folder
                    + "\" for more than "
                    + MIGRATION_LIMIT.toSeconds()
                    + " seconds. Look what it is doing, and start again when it is done.",
                null));
  }

  private static Database open(Sqlite engine) {
    HikariDataSource pool = engine.connect();
    boolean usable = false;
    try {
      new Migrations(pool, engine.typeNames()).run();
      usable = true;
      return new Database(engine, pool);
    } catch (FlywayException fault) {
      throw engine.fault(fault);
    } finally {
      if (!usable) {
        pool.close();
      }
    }
  }

  /** Reads, without a transaction around it: each statement sees what is committed by then. */
  public <T> T read(Function<Handle, T> work) {
    refuseInsideTransaction();
    try {
      return jdbi.withHandle(work::apply);
    } catch (JdbiException fault) {
      throw engine.fault(fault);
    }
  }

  /** Runs {@code work} in one short transaction and commits, or rolls back when it throws. */
  public <T> T inTransaction(Function<Handle, T> work) {
    refuseInsideTransaction();
    writing.lock();
    try {
      return jdbi.inTransaction(work::apply);
    } catch (JdbiException fault) {
      throw engine.fault(fault);
    } finally {
      writing.unlock();
    }
  }

  /** As {@link #inTransaction(Function)}, for work without a result. */
  public void useTransaction(Consumer<Handle> work) {
    inTransaction(
        handle -> {
          work.accept(handle);
          return true;
        });
  }

  private void refuseInsideTransaction() {
    if (writing.isHeldByCurrentThread()) {
      throw new IllegalStateException(
          "This thread is inside a transaction already; pass its handle on.");
    }
  }

  /** Gives the connections back; nothing can be read or written any more. */
  @Override
  public void close() {
    pool.close();
  }
}
