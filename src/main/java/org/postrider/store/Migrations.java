package org.postrider.store;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.logging.LogFactory;
import org.flywaydb.core.api.logging.LogLevel;

/** Brings a database to the form this program knows, by the numbered files beside this class. */
final class Migrations {

  private static final String FILES = "classpath:org/postrider/store/migration";

  private final Flyway flyway;

  Migrations(DataSource database, Map<String, String> typeNames) {
    LogFactory.setLogLevel(LogLevel.WARN);
    flyway =
        Flyway.configure()
            .dataSource(database)
            .locations(FILES)
            .failOnMissingLocations(true)
            // Without these two the whole location is searched for classes as well.
            .javaMigrationClassProvider(List::of)
            .skipDefaultCallbacks(true)
            .placeholders(typeNames)
            .cleanDisabled(true)
            .load();
  }

  /**
   * Applies what is missing. One process at a time may do so.
   *
   * @throws StoreException when a newer program has used the database
   */
  void run() {
    refuseNewer();
    if (flyway.info().pending().length > 0) {
      flyway.migrate();
    }
  }

  /**
   * Changes nothing.
   *
   * @throws StoreException when a newer program has used the database
   */
  void refuseNewer() {
    Arrays.stream(flyway.info().applied())
        .filter(migration -> !migration.getState().isResolved())
        .map(MigrationInfo::getVersion)
        .reduce((first, last) -> last)
        .ifPresent(
            version -> {
              throw new StoreException(
                  "The database is at version "
                      + version
                      + ", which this program does not know: a newer one has used it. Start that"
                      + " one, or put back a backup from before the upgrade.",
                  null);
            });
  }
}
