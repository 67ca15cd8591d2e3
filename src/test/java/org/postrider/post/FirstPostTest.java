package org.postrider.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.postrider.config.SiteSettings;
import org.postrider.config.SiteSettings.Style;
import org.postrider.config.SiteSettings.ZonelessTimes;

/**
 * A real site that is not part of the sources. It is looked for in {@code ../shared/first-post}, or
 * where {@code -Dpostrider.first-post} says; without it these tests are skipped.
 */
final class FirstPostTest {
  private static final Path SITE =
      Path.of(System.getProperty("postrider.first-post", "../shared/first-post"));

  @Test
  void theFirstUsersEssayComesOutExactly() throws IOException {
    Post post = only("");

    assertThat(post.published()).isEqualTo(Instant.parse("2024-08-30T20:06:00Z"));
    assertThat(post.url()).hasToString("https://essays.example/blog/2024/eighteen-months/");
    assertThat(post.feedId()).isEqualTo("https://essays.example/blog/2024/eighteen-months");
    assertThat(post.categories()).containsExactly("English");
    assertThat(post.tags()).containsExactly("misc");
    assertThat(post.authors()).containsExactly("Mai Haishin");
    assertThat(post.title()).isEqualTo(value("title")).contains("(");
    assertThat(post.summary()).isEqualTo(value("description")).isNotEmpty();
    assertThat(post.warnings()).isEmpty();
    assertThat(post.draft()).isFalse();
  }

  @Test
  void inTheZoneOfShanghaiOnlyTheInstantDiffers() throws IOException {
    Post post = only("Asia/Shanghai");

    assertThat(post.url()).hasToString("https://essays.example/blog/2024/eighteen-months/");
    assertThat(post.published()).isEqualTo(Instant.parse("2024-08-30T12:06:00Z"));
  }

  private static Post only(String zone) {
    assumeTrue(Files.isDirectory(SITE), "there is no site at " + SITE.toAbsolutePath());
    SiteSettings settings =
        new SiteSettings(SITE, Style.AUTO, "", "", "", zone, "", "", "", ZonelessTimes.AS_STYLE);
    FolderReading reading = new PostsFolder(settings).read();
    assertThat(reading.fault()).isEmpty();
    assertThat(reading.files()).singleElement().isInstanceOf(PostFile.Readable.class);
    return ((PostFile.Readable) reading.files().get(0)).post();
  }

  /** The text after {@code key:} on its line, without quotes around it. */
  private static String value(String key) throws IOException {
    Path file = SITE.resolve("_posts/2024-08-30-eighteen-months.md");
    String line =
        Files.readString(file)
            .lines()
            .filter(l -> l.startsWith(key + ":"))
            .findFirst()
            .orElseThrow();
    return line.substring(key.length() + 1).strip().replaceAll("^\"|\"$", "");
  }
}
