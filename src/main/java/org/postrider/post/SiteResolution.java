package org.postrider.post;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.postrider.config.SiteSettings;
import org.postrider.config.SiteSettings.Style;
import org.postrider.config.SiteSettings.ZonelessTimes;
import org.postrider.post.site.JekyllConfig;
import org.postrider.post.site.Permalink;
import org.postrider.post.url.UrlText;

/**
 * A site from our settings, which win where they are set, and the site's own configuration.
 *
 * @param fault why no post of it can be read; empty when they can
 */
record SiteResolution(Site site, String fault) {
  private static final String PLAIN_PERMALINK = "/:path/";
  private static final URI NO_URL = URI.create("");

  static SiteResolution of(SiteSettings settings, Style style, JekyllConfig config) {
    String url = url(settings, config);
    String fault = fault(url, style);
    boolean plain = style != Style.JEKYLL;
    Site site =
        new Site(
            style,
            fault.isEmpty() ? URI.create(url) : NO_URL,
            first(settings.title(), config.title()),
            first(settings.description(), config.description()),
            first(settings.language(), first(config.language(), "en")),
            first(settings.author(), config.author()),
            timeZone(settings, config),
            permalink(settings, config, plain),
            plain || settings.zonelessTimes() == ZonelessTimes.SITE,
            config.future(),
            config.excerptSeparator());
    return new SiteResolution(site, fault);
  }

  private static String url(SiteSettings settings, JekyllConfig config) {
    String host = first(settings.url(), config.url()).strip();
    if (host.isEmpty()) {
      return "";
    }
    String url = config.basePath().isEmpty() ? host : UrlText.join(host, config.basePath());
    while (url.endsWith("/")) {
      url = url.substring(0, url.length() - 1);
    }
    return UrlText.repair(url);
  }

  private static String fault(String url, Style style) {
    if (style == Style.HUGO || style == Style.HEXO) {
      return "site.style: the posts of this generator can't be read yet; write jekyll or plain";
    }
    if (url.isEmpty()) {
      return "nobody says what the site's URL is; set site.url in Postrider's configuration"
          + (style == Style.JEKYLL ? ", or url in the site's _config.yml" : "");
    }
    try {
      URI uri = new URI(url);
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      if (web
          && uri.getHost() != null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null) {
        return "";
      }
    } catch (URISyntaxException e) {
      // The sentence below says it.
    }
    return "\""
        + url
        + "\" is not the URL of a site; set site.url to one such as https://blog.example";
  }

  private static ZoneId timeZone(SiteSettings settings, JekyllConfig config) {
    return JekyllConfig.zone(settings.timeZone()).or(config::timeZone).orElse(ZoneOffset.UTC);
  }

  private static String permalink(SiteSettings settings, JekyllConfig config, boolean plain) {
    if (!settings.permalink().isBlank()) {
      return Permalink.template(settings.permalink().strip());
    }
    return plain ? PLAIN_PERMALINK : config.permalink();
  }

  private static String first(String ours, String theirs) {
    return ours.isBlank() ? theirs : ours.strip();
  }
}
