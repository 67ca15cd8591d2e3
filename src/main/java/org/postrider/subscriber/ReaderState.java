package org.postrider.subscriber;

import java.util.Locale;

/** Where a reader stands. Only an active reader gets essays. */
public enum ReaderState {
  /** Asked for letters and has not confirmed. */
  PENDING,
  ACTIVE,
  PAUSED,
  UNSUBSCRIBED,
  /** The address is refused for good, or complained. */
  SUPPRESSED;

  /** As commands and JSON write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
