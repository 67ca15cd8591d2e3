package org.postrider.subscriber;

import java.util.Locale;

/** How often a reader gets letters. */
public enum Frequency {
  EVERY,
  DAILY,
  WEEKLY,
  MONTHLY;

  /** As commands and JSON write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
