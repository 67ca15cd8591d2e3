package org.postrider.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Single named values that outlive the process, such as "the baseline was taken" or "sending is
 * paused".
 */
public final class Facts {

  private Facts() {}

  /** What is recorded under {@code name}. */
  public static Optional<String> get(Handle handle, String name) {
    return handle
        .createQuery("SELECT value FROM fact WHERE name = :name")
        .bind("name", name)
        .mapTo(String.class)
        .findOne();
  }

  /**
   * Records {@code value} under {@code name} in place of what stood there; what stands there
   * already is not written again.
   */
  public static void put(Handle handle, String name, String value) {
    handle
        .createUpdate(
            "INSERT INTO fact (name, value) VALUES (:name, :value)"
                + " ON CONFLICT (name) DO UPDATE SET value = excluded.value"
                + " WHERE fact.value <> excluded.value")
        .bind("name", name)
        .bind("value", value)
        .execute();
  }

  /** Forgets {@code name}. */
  public static void remove(Handle handle, String name) {
    handle.createUpdate("DELETE FROM fact WHERE name = :name").bind("name", name).execute();
  }
}
