package org.postrider.outbox;

/**
 * The balanced books of one edition: {@code addressed} is always the sum of the other counts.
 *
 * @param id of the edition
 * @param post the essay's id in feeds
 */
public record Books(
    String id,
    String post,
    String subject,
    long addressed,
    long waiting,
    long inFlight,
    long deferred,
    long sent,
    long failed,
    long cancelled,
    long unknown) {}
