package org.postrider.publish;

import java.util.Locale;

/**
 * Where a post stands, as commands and JSON show it: its standing, or the condition of its file
 * where that matters more.
 */
public enum PostState {
  BASELINE,
  SETTLING,
  NEWS,
  HELD,
  DRAFT,
  FUTURE,
  BROKEN,
  ANNOUNCED,
  SKIPPED,
  GONE;

  /** As commands and JSON write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
