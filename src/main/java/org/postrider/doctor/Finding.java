package org.postrider.doctor;

import java.util.Locale;

/**
 * One thing that is or may be wrong.
 *
 * @param where {@code FILE:LINE:} when it is about a file, else the part it is about
 */
public record Finding(Level level, String where, String finding, String remedy) {

  /** How bad it is. Only an error makes {@code check} fail. */
  public enum Level {
    ERROR,
    WARNING,
    INFO;

    /** As commands and JSON write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public String toString() {
    String label = level == Level.ERROR ? "" : level.word() + ": ";
    return where
        + (where.endsWith(":") ? " " : ": ")
        + label
        + finding
        + (remedy.isEmpty() ? "" : "; " + remedy);
  }
}
