package org.postrider.feed;

import java.net.URI;
import org.postrider.post.Site;

/**
 * What feeds say of the whole site.
 *
 * @param home the site's own front page
 * @param base what the feeds' own URLs start with, without trailing slash
 */
public record FeedChannel(
    String title, String description, URI home, URI base, String language, String author) {

  /** What feeds say of {@code site}, served or built under {@code base}. */
  public static FeedChannel of(Site site, URI base) {
    return new FeedChannel(
        site.title(), site.description(), site.url(), base, site.language(), site.author());
  }
}
