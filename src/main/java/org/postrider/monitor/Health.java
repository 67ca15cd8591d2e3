package org.postrider.monitor;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Which parts of the daemon work, and why the others do not. Safe for use by several threads. */
public final class Health {

  private final Map<String, String> faults = new ConcurrentHashMap<>();

  /** {@code part} works (again). */
  public void works(String part) {
    faults.remove(part);
  }

  /**
   * {@code part} does not work, for {@code reason}, a sentence for the operator without secrets.
   */
  public void fails(String part, String reason) {
    faults.put(part, reason);
  }

  /** Parts that do not work, by name, with their reasons. Empty: the daemon is ready. */
  public Map<String, String> faults() {
    return new TreeMap<>(faults);
  }
}
