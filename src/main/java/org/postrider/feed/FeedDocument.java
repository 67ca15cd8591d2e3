package org.postrider.feed;

/**
 * One feed document, ready to be sent. Its bytes depend on the essays alone, never on the clock.
 *
 * @param path its URL's path, such as {@code /atom.xml}
 * @param contentType with its charset
 */
public record FeedDocument(String path, String contentType, byte[] bytes) {}
