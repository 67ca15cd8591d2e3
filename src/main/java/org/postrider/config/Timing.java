package org.postrider.config;

import java.time.Duration;

/** When something happens again and again: {@code every 5m}, or a Quartz cron line. */
public sealed interface Timing {

  /** At a fixed distance, beginning at start. */
  record Every(Duration interval) implements Timing {}

  /** By a Quartz cron expression of six or seven fields, in the site's time zone. */
  record Cron(String expression) implements Timing {}
}
