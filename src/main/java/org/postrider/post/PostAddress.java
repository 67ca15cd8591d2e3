package org.postrider.post;

import java.net.URI;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postrider.config.SiteSettings.Style;
import org.postrider.post.site.Labels;
import org.postrider.post.site.Permalink;
import org.postrider.post.site.PostDate;
import org.postrider.post.site.PostName;
import org.postrider.post.site.UnknownPlaceholder;
import org.postrider.post.source.BadSource;
import org.postrider.post.source.Value;
import org.postrider.post.url.UrlText;

/**
 * Where and when a post stands: what its file's name, its folders and its front matter say together
 * about date, categories, URL and id.
 *
 * @param categories as the URL shows them, not yet as labels
 * @param feedId as the site's own feed plugin makes it
 */
record PostAddress(
    Instant published, List<String> categories, String slug, URI url, String feedId) {
  private static final String POSTS = "_posts";

  static PostAddress of(String path, PostFields fields, Site site) throws BadSource {
    return site.style() == Style.JEKYLL ? jekyll(path, fields, site) : plain(path, fields, site);
  }

  private static PostAddress jekyll(String path, PostFields fields, Site site) throws BadSource {
    String fileName = path.substring(path.lastIndexOf('/') + 1);
    PostName name =
        PostName.of(fileName)
            .orElseThrow(
                () ->
                    new BadSource(
                        0,
                        0,
                        "the name \"" + fileName + "\" does not begin with a date",
                        "name it as in 2024-08-30-title.md"));
    if (name.slug().isEmpty()) {
      throw new BadSource(
          0, 0, "the name \"" + fileName + "\" has no words after its date", "add some");
    }
    Instant nameDate = nameDate(fileName, name, site);
    Instant published = fields.date(dates(site)).orElse(nameDate);
    String slug = slug(fields, name.slug());
    refuseNumber(fields, "categories");
    List<String> categories = Labels.categories(foldersAbove(path), fields.all());
    Permalink permalink =
        new Permalink(
            local(published, site),
            slug,
            PostName.withoutExtension(fileName),
            categories,
            "/" + PostName.withoutExtension(withoutPostsFolder(path)));
    String urlPath = expand(permalink, fields, site);
    return new PostAddress(
        published, categories, slug, url(urlPath, site), jekyllFeedId(urlPath, slug, site));
  }

  private static PostAddress plain(String path, PostFields fields, Site site) throws BadSource {
    String fileName = path.substring(path.lastIndexOf('/') + 1);
    Optional<PostName> name = PostName.of(fileName).filter(n -> !n.slug().isEmpty());
    Optional<Instant> written = fields.date(dates(site));
    Instant published;
    if (written.isPresent()) {
      published = written.get();
    } else if (name.isPresent()) {
      published = nameDate(fileName, name.get(), site);
    } else {
      throw new BadSource(
          1,
          0,
          "neither the front matter nor the name of the file gives a date",
          "write a date in the front matter, as in \"date: 2024-08-30\"");
    }
    String base = PostName.withoutExtension(fileName);
    String fileSlug = name.map(PostName::slug).orElse(base);
    Optional<String> ownSlug = fields.scalar("slug");
    String slug = ownSlug.orElse(fileSlug);
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    List<String> categories = Labels.categories(List.of(), fields.all());
    Permalink permalink =
        new Permalink(
            local(published, site), slug, base, categories, "/" + folder + ownSlug.orElse(base));
    String urlPath = expand(permalink, fields, site);
    URI url = url(urlPath, site);
    return new PostAddress(published, categories, slug, url, tag(url, published, site));
  }

  private static Instant nameDate(String fileName, PostName name, Site site) throws BadSource {
    return dates(site)
        .startOf(
            name.date()
                .orElseThrow(
                    () ->
                        new BadSource(
                            0,
                            0,
                            "the name \"" + fileName + "\" begins with a date that does not exist",
                            "rename the file")));
  }

  private static PostDate dates(Site site) {
    return new PostDate(site.timeZone(), site.zonelessTimesInSiteZone());
  }

  private static ZonedDateTime local(Instant published, Site site) {
    return published.atZone(site.timeZone());
  }

  private static String slug(PostFields fields, String fileSlug) throws BadSource {
    refuseNumber(fields, "slug");
    return fields.scalar("slug").orElse(fileSlug);
  }

  // Jekyll fails on these, so the post has no page to link to.
  private static void refuseNumber(PostFields fields, String key) throws BadSource {
    Optional<Value.Field> field = fields.all().find(key);
    if (field.isPresent()
        && field.get().value() instanceof Value.Scalar scalar
        && scalar.plain()
        && scalar.text().matches("[-+]?[0-9][0-9_]*")) {
      throw PostFields.bad(
          field.get(),
          key + ": " + scalar.text() + " is a number, which Jekyll can't take here",
          "quote it: " + key + ": \"" + scalar.text() + "\"");
    }
  }

  private static List<String> foldersAbove(String path) {
    int posts = ("/" + path).indexOf("/" + POSTS + "/");
    String above = posts <= 0 ? "" : path.substring(0, posts - 1);
    return Arrays.stream(above.split("/")).filter(folder -> !folder.isEmpty()).toList();
  }

  private static String withoutPostsFolder(String path) {
    return ("/" + path).replaceFirst("/" + POSTS + "/", "/").substring(1);
  }

  private static String expand(Permalink permalink, PostFields fields, Site site) throws BadSource {
    Optional<String> own = fields.scalar("permalink");
    try {
      return permalink.expand(own.orElse(site.permalink()));
    } catch (UnknownPlaceholder unknown) {
      Optional<Value.Field> field = fields.all().find("permalink").filter(f -> own.isPresent());
      throw new BadSource(
          field.map(Value.Field::line).orElse(0),
          field.map(Value.Field::column).orElse(0),
          "the permalink \""
              + unknown.template()
              + "\" asks for \""
              + unknown.placeholder()
              + "\", which posts do not have",
          "use placeholders such as :year, :month, :day, :title");
    }
  }

  private static URI url(String urlPath, Site site) {
    return URI.create(site.url() + urlPath);
  }

  // id = url + directory of the post's URL + "/" + slug, as jekyll-feed has it.
  private static String jekyllFeedId(String urlPath, String slug, Site site) {
    String path = urlPath;
    while (path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    int slash = path.lastIndexOf('/');
    String directory = slash <= 0 ? "" : path.substring(0, slash);
    return UrlText.join(site.url() + directory, UrlText.encode(slug));
  }

  // tagURI = "tag:" taggingEntity ":" specific; taggingEntity = authorityName "," date
  // (RFC 4151, section 2.1)
  private static String tag(URI url, Instant published, Site site) {
    String path = url.getRawPath();
    while (path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    String host = url.getHost().toLowerCase(Locale.ROOT);
    return "tag:" + host + "," + local(published, site).toLocalDate() + ":" + path;
  }
}
