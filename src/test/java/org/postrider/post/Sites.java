package org.postrider.post;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import org.postrider.config.SiteSettings;
import org.postrider.config.SiteSettings.Style;
import org.postrider.config.SiteSettings.ZonelessTimes;
import org.postrider.post.site.Permalink;

/** Sites and posts for tests. */
final class Sites {
  private Sites() {}

  static Site jekyll(String permalink, String zone) {
    return new Site(
        Style.JEKYLL,
        URI.create("https://blog.example"),
        "A Blog",
        "",
        "en",
        "Ann Author",
        ZoneId.of(zone),
        Permalink.template(permalink),
        false,
        false,
        "\n\n");
  }

  static Site jekyll() {
    return jekyll("/blog/:year/:title/", "UTC");
  }

  static Site plain() {
    Site site = jekyll("/:path/", "Asia/Shanghai");
    return new Site(
        Style.PLAIN,
        site.url(),
        site.title(),
        "",
        "en",
        "",
        site.timeZone(),
        site.permalink(),
        true,
        false,
        "\n\n");
  }

  static SiteSettings settings(Path folder, Style style, String url) {
    return new SiteSettings(folder, style, url, "", "", "", "", "", "", ZonelessTimes.AS_STYLE);
  }

  static PostFile read(Site site, String path, String text) {
    return new PostReader(site).read(path, text.getBytes(StandardCharsets.UTF_8));
  }

  static Post post(Site site, String path, String text) {
    PostFile file = read(site, path, text);
    if (file instanceof PostFile.Readable readable) {
      return readable.post();
    }
    throw new AssertionError(((PostFile.Broken) file).problem().toString());
  }

  static Post post(String text) {
    return post(jekyll(), "_posts/2023-05-05-long-walk.md", text);
  }

  static PostProblem problem(String text) {
    PostFile file = read(jekyll(), "_posts/2023-05-05-long-walk.md", text);
    if (file instanceof PostFile.Broken broken) {
      return broken.problem();
    }
    throw new AssertionError("was read: " + file);
  }
}
