package org.postrider.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postrider.config.SiteSettings.Style;

/**
 * {@code sites/NAME/site} becomes {@code sites/NAME/expected}, byte for byte. With {@code
 * -Dpostrider.golden.write=true} the expectation is rewritten; then read the difference.
 */
final class GoldenSiteTest {
  private static final Path SITES = Path.of("src/test/resources/sites");

  @Test
  void aJekyllSiteIsReadAsExpected() throws IOException {
    Path site = SITES.resolve("jekyll");
    FolderReading reading =
        new PostsFolder(Sites.settings(site.resolve("site"), Style.AUTO, "")).read();
    assertThat(reading.fault()).isEmpty();

    StringBuilder posts = new StringBuilder(reading.site() + "\n");
    StringBuilder html = new StringBuilder();
    PostRenderer renderer = new PostRenderer();
    for (PostFile file : reading.files()) {
      posts.append('\n').append(rows(file));
      if (file instanceof PostFile.Readable readable) {
        html.append("<!-- ").append(file.path()).append(" -->\n");
        html.append(renderer.html(readable.post())).append('\n');
      }
    }
    check(site.resolve("expected/posts.txt"), posts.toString());
    check(site.resolve("expected/posts.html"), html.toString());
  }

  private static String rows(PostFile file) {
    if (file instanceof PostFile.Broken broken) {
      return "broken      " + broken.problem() + "\n";
    }
    Post post = ((PostFile.Readable) file).post();
    StringBuilder rows = new StringBuilder();
    row(rows, "path", post.path());
    row(rows, "slug", post.slug());
    row(rows, "title", post.title());
    row(rows, "url", post.url());
    row(rows, "id", post.feedId());
    row(rows, "published", post.published());
    row(rows, "updated", post.updated());
    row(rows, "language", post.language());
    row(rows, "authors", post.authors());
    row(rows, "categories", post.categories());
    row(rows, "tags", post.tags());
    row(rows, "summary", post.summary());
    row(rows, "draft", post.draft());
    row(rows, "body line", post.bodyLine());
    post.warnings().forEach(warning -> row(rows, "warning", warning));
    return rows.toString();
  }

  private static void row(StringBuilder rows, String name, Object value) {
    String shown = value instanceof List<?> list ? list.toString() : String.valueOf(value);
    rows.append(String.format(java.util.Locale.ROOT, "%-12s%s\n", name, shown));
  }

  private static void check(Path expected, String actual) throws IOException {
    if (Boolean.getBoolean("postrider.golden.write")) {
      Files.createDirectories(expected.getParent());
      Files.writeString(expected, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }
}
