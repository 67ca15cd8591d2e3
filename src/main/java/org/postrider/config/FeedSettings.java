package org.postrider.config;

/**
 * The {@code feed} section.
 *
 * @param url what self links start with; empty: {@code web.url} when served, {@code site.url} when
 *     built
 * @param entries how many essays a feed shows at most
 */
public record FeedSettings(String url, int entries, Content content) {

  /** Whether feeds carry whole essays or only their summaries. */
  public enum Content {
    FULL,
    SUMMARY
  }
}
