package org.postrider.config;

import java.time.Duration;
import java.util.List;

/**
 * The {@code mail} section.
 *
 * @param from the author as readers see it
 * @param replyTo where replies go; its address is empty when replies go to {@code from}
 * @param relay the mail server that takes all letters; not configured: a local mailbox, and nothing
 *     leaves
 * @param connections kept open to the relay at most
 * @param retries the wait before each further attempt; the last one repeats until {@code giveUp}
 * @param giveUp how long after its first attempt a letter is given up
 */
public record MailSettings(
    Sender from,
    Sender replyTo,
    Relay relay,
    String postalAddress,
    int connections,
    List<Duration> retries,
    Duration giveUp) {

  /** A display name, possibly empty, and an address. */
  public record Sender(String name, String address) {}
}
