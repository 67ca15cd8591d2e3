package org.postrider.config;

import java.nio.file.Path;

/**
 * The {@code site} section. An empty text means: not set here, take it from the site's own
 * configuration.
 *
 * @param folder the site, or a plain folder of Markdown
 * @param permalink a permalink style or template in Jekyll's notation
 * @param timeZone an IANA zone name such as {@code Asia/Shanghai}
 */
public record SiteSettings(
    Path folder,
    Style style,
    String url,
    String title,
    String language,
    String timeZone,
    String author,
    String description,
    String permalink,
    ZonelessTimes zonelessTimes) {

  /** Which generator's rules hold. {@code AUTO}: find out from what the folder contains. */
  public enum Style {
    AUTO,
    JEKYLL,
    HUGO,
    HEXO,
    PLAIN
  }

  /**
   * How "20:15:00" without a zone is read: as the style's own generator does, or in the site's
   * zone.
   */
  public enum ZonelessTimes {
    AS_STYLE,
    SITE
  }
}
