package org.postrider.config;

/** The {@code log} section. */
public record LogSettings(Level level) {

  /** How much is told. */
  public enum Level {
    DEBUG,
    INFO,
    WARN,
    ERROR
  }
}
