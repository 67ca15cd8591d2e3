package org.postrider.config;

import java.time.Duration;

/**
 * The {@code announce} section: when a new essay becomes news.
 *
 * @param settle how long a file must rest before it is news
 * @param delay how long news waits for a change of mind before its first letter
 * @param atMost more new posts than this
 * @param within in this time are held until released
 */
public record AnnounceSettings(Duration settle, Duration delay, int atMost, Duration within) {}
