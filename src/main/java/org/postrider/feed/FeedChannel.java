package org.postrider.feed;

import java.net.URI;

/**
 * What feeds say of the whole site.
 *
 * @param home the site's own front page
 * @param base what the feeds' own URLs start with, without trailing slash
 */
public record FeedChannel(
    String title, String description, URI home, URI base, String language, String author) {}
