package org.postrider.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postrider.config.SiteSettings;
import org.postrider.config.SiteSettings.Style;
import org.postrider.config.SiteSettings.ZonelessTimes;

final class PostsFolderTest {
  private static final String POST = "---\ntitle: T\n---\nText.\n";

  @TempDir Path root;

  @Test
  void postsAreFoundInEveryPostsFolderInTheOrderOfTheirPaths() throws IOException {
    write("_config.yml", "url: https://blog.example\npermalink: none\n");
    for (String path :
        List.of(
            "_posts/2023-01-01-a.md",
            "_posts/deep/er/2023-01-02-b.markdown",
            "alpha/beta/_posts/2023-01-03-c.html",
            "_posts/23-4-9-short.md",
            "_posts/2023-02-30-rolls.md")) {
      write(path, POST);
    }
    for (String path :
        List.of(
            "_drafts/2023-01-01-x.md",
            "_site/_posts/2023-01-01-x.md",
            ".git/_posts/2023-01-01-x.md",
            "node_modules/p/_posts/2023-01-01-x.md",
            "vendor/_posts/2023-01-01-x.md",
            "_posts/README.md",
            "_posts/2023-01-07.md",
            "_posts/2023_01_07-x.md",
            "_posts/.2023-01-01-x.md.swp",
            "_posts/_2023-01-01-x.md",
            "_posts/#2023-01-01-x.md",
            "_posts/2023-01-01-x.md~",
            "_posts/2023-01-01-x.md.swp",
            "_posts/2023-01-01-x.png",
            "posts/2023-01-01-x.md",
            "2023-01-01-x.md")) {
      write(path, POST);
    }

    FolderReading reading = folder().read();

    assertThat(reading.fault()).isEmpty();
    assertThat(reading.present()).isTrue();
    assertThat(reading.files().stream().map(PostFile::path))
        .containsExactly(
            "_posts/2023-01-01-a.md",
            "_posts/2023-02-30-rolls.md",
            "_posts/23-4-9-short.md",
            "_posts/deep/er/2023-01-02-b.markdown",
            "alpha/beta/_posts/2023-01-03-c.html");
    assertThat(post(reading, "_posts/2023-02-30-rolls.md").published())
        .isEqualTo(Instant.parse("2023-03-02T00:00:00Z"));
    assertThat(post(reading, "_posts/23-4-9-short.md").published())
        .isEqualTo(Instant.parse("2023-04-09T00:00:00Z"));
    assertThat(post(reading, "alpha/beta/_posts/2023-01-03-c.html").url().getPath())
        .isEqualTo("/alpha/beta/c.html");
  }

  @Test
  void onlyChangedFilesAreReadAgain() throws IOException {
    write("_posts/2023-01-01-a.md", POST);
    write("_posts/2023-01-02-b.md", POST);
    PostsFolder folder = folder("https://blog.example");
    FolderReading first = folder.read();

    write("_posts/2023-01-01-a.md", POST.replace("T\n", "U\n"));
    FolderReading second = folder.read();

    assertThat(post(second, "_posts/2023-01-01-a.md").title()).isEqualTo("U");
    assertThat(post(second, "_posts/2023-01-02-b.md"))
        .isSameAs(post(first, "_posts/2023-01-02-b.md"));
  }

  @Test
  void aChangeThatKeepsSizeAndTimeIsSeen() throws IOException {
    Path file = write("_posts/2023-01-01-a.md", POST);
    FileTime time = Files.getLastModifiedTime(file);
    PostsFolder folder = folder("https://blog.example");
    folder.read();

    Files.delete(file);
    write("_posts/2023-01-01-a.md", POST.replace("T\n", "U\n"));
    Files.setLastModifiedTime(file, time);

    assertThat(post(folder.read(), "_posts/2023-01-01-a.md").title()).isEqualTo("U");
  }

  @Test
  void aChangedConfigurationIsTakenUp() throws IOException {
    write("_posts/2023-01-01-a.md", POST);
    write("_config.yml", "url: https://blog.example/\nbaseurl: base/\ntitle: One\n");
    PostsFolder folder = folder();
    assertThat(post(folder.read(), "_posts/2023-01-01-a.md").url())
        .hasToString("https://blog.example/base/2023/01/01/a.html");

    write("_config.yml", "url: https://other.example\npermalink: pretty\nname: Two\n");
    FolderReading reading = folder.read();

    assertThat(reading.site().title()).isEqualTo("Two");
    assertThat(post(reading, "_posts/2023-01-01-a.md").url())
        .hasToString("https://other.example/2023/01/01/a/");
  }

  @Test
  void aBrokenConfigurationLeavesTheLastGoodOne() throws IOException {
    write("_posts/2023-01-01-a.md", POST);
    Path config = write("_config.yml", "url: https://blog.example\n");
    PostsFolder folder = folder();
    FolderReading good = folder.read();

    write("_config.yml", "url: https://blog.example\ntitle: a: b\n");
    FolderReading broken = folder.read();
    Files.delete(config);
    FolderReading vanished = folder.read();

    assertThat(broken.present()).isTrue();
    assertThat(broken.site()).isEqualTo(good.site());
    assertThat(((PostFile.Broken) broken.files().get(0)).problem().toString())
        .isEqualTo(
            "_config.yml:2:9: \"title: a: b\" has a colon inside its value;"
                + " quote the value: title: \"a: b\"");
    assertThat(broken.files().get(1)).isSameAs(good.files().get(0));
    assertThat(vanished.site()).isEqualTo(good.site());
    assertThat(vanished.files().get(0).path()).isEqualTo("_config.yml");
  }

  @Test
  void aConfigurationThatWasNeverGoodIsAFault() throws IOException {
    write("_posts/2023-01-01-a.md", POST);
    write("_config.yml", "title: a: b\n");

    FolderReading reading = folder("https://blog.example").read();

    assertThat(reading.present()).isFalse();
    assertThat(reading.fault()).startsWith("_config.yml:1:9: ");
    assertThat(reading.files()).isEmpty();
  }

  @Test
  void aMissingFolderOrUrlIsAFaultThatSaysWhatToDo() throws IOException {
    SiteSettings nowhere = Sites.settings(root.resolve("none"), Style.AUTO, "https://b.example");
    write("_posts/2023-01-01-a.md", POST);

    assertThat(new PostsFolder(nowhere).read().fault()).contains("none", "site.folder");
    assertThat(folder().read().fault()).contains("set site.url");
    assertThat(folder("blog.example").read().fault()).contains("\"blog.example\"", "https://");
    assertThat(folder().read().present()).isFalse();
    assertThat(
            new PostsFolder(Sites.settings(root, Style.HUGO, "https://b.example")).read().fault())
        .contains("site.style");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "https://a.example, '', -, https://a.example",
        "https://a.example/, /base/, -, https://a.example/base",
        "https://a.example, base, -, https://a.example/base",
        "https://a.example, ., -, https://a.example",
        "https://a.example, /, -, https://a.example",
        "https://a.example, /base, https://b.example/, https://b.example/base",
        "'', /base, https://b.example, https://b.example/base"
      })
  void urlAndBaseurlAreJoinedByOneSlash(String url, String base, String ours, String joined)
      throws IOException {
    write("_config.yml", "url: \"" + url + "\"\nbaseurl: \"" + base + "\"\n");

    assertThat(folder(ours == null ? "" : ours).read().site().url()).hasToString(joined);
  }

  @Test
  void ourSettingsBeatThoseOfTheSite() throws IOException {
    write(
        "_config.yml",
        """
        url: https://blog.example
        title: Theirs
        description: >
          Folded
          text
        lang: zh_CN
        author: { name: Ann }
        timezone: Asia/Shanghai
        future: true
        excerpt_separator: <!--more-->
        collections: { posts: { permalink: /c/:title/ } }
        permalink: pretty
        """);

    Site theirs = folder().read().site();
    Site ours =
        new PostsFolder(
                new SiteSettings(
                    root,
                    Style.JEKYLL,
                    "https://o.example",
                    "Ours",
                    "de",
                    "Europe/Berlin",
                    "Bo",
                    "D",
                    "date",
                    ZonelessTimes.SITE))
            .read()
            .site();

    assertThat(theirs.toString())
        .contains("Theirs", "Folded text", "zh-CN", "Ann", "Asia/Shanghai", "/c/:title/", "more");
    assertThat(theirs.future()).isTrue();
    assertThat(theirs.zonelessTimesInSiteZone()).isFalse();
    assertThat(ours.toString())
        .contains("o.example", "Ours", "de", "Europe/Berlin", "Bo", "description=D", ":output_ext");
    assertThat(ours.zonelessTimesInSiteZone()).isTrue();
  }

  @Test
  void aPlainFolderIsReadWithoutItsReadme() throws IOException {
    write("2024-01-01-a.md", "# A\n");
    write("sub/b.markdown", "---\ndate: 2024-01-02 10:00:00\n---\n# B\n");
    write("c.mkd", "# C\n");
    write("README.md", "# R\n");
    write("License.md", "# L\n");
    write("_private/2024-01-01-x.md", "# X\n");
    write(".hidden.md", "# X\n");
    write("page.html", "<p>x</p>");

    FolderReading reading = folder("https://blog.example/notes").read();

    assertThat(reading.site().style()).isEqualTo(Style.PLAIN);
    assertThat(reading.files().stream().map(PostFile::path))
        .containsExactly("2024-01-01-a.md", "c.mkd", "sub/b.markdown");
    assertThat(post(reading, "sub/b.markdown").url())
        .hasToString("https://blog.example/notes/sub/b/");
    assertThat(reading.files().get(1)).isInstanceOf(PostFile.Broken.class);
  }

  @Test
  void linksAreFollowedWithinTheFolderOnly(@TempDir Path outside) throws IOException {
    write("_config.yml", "url: https://blog.example\n");
    write("_posts/2023-01-01-a.md", POST);
    write("essays/b.md", POST);
    Files.writeString(outside.resolve("2023-01-03-secret.md"), POST);
    Files.createSymbolicLink(root.resolve("_posts/2023-01-02-b.md"), root.resolve("essays/b.md"));
    Files.createSymbolicLink(
        root.resolve("_posts/2023-01-03-c.md"), outside.resolve("2023-01-03-secret.md"));
    Files.createSymbolicLink(root.resolve("_posts/out"), outside);
    Files.createSymbolicLink(root.resolve("_posts/loop"), root.resolve("_posts"));
    Files.createSymbolicLink(root.resolve("_posts/2023-01-04-gone.md"), root.resolve("none"));

    Map<String, PostFile> files = byPath(folder().read());

    assertThat(files.keySet())
        .containsExactlyInAnyOrder(
            "_posts/2023-01-01-a.md",
            "_posts/2023-01-02-b.md",
            "_posts/2023-01-03-c.md",
            "_posts/out");
    assertThat(files.get("_posts/2023-01-02-b.md")).isInstanceOf(PostFile.Readable.class);
    assertThat(files.get("_posts/2023-01-03-c.md").toString()).contains("leads out");
    assertThat(files.get("_posts/out").toString()).contains("leads out");
  }

  @Test
  void anUnreadableFileIsBrokenAndTriedAgain() throws IOException {
    Path file = write("_posts/2023-01-01-a.md", POST);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(file), "root reads every file");
    PostsFolder folder = folder("https://blog.example");

    assertThat(folder.read().files()).singleElement().isInstanceOf(PostFile.Broken.class);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(folder.read().files()).singleElement().isInstanceOf(PostFile.Readable.class);
  }

  @Test
  void linksBetweenPostsFollowTheirTargets() throws IOException {
    write("_config.yml", "url: https://blog.example\nbaseurl: /b\npermalink: /:title/\n");
    write("assets/a b.pdf", "x");
    write(
        "_posts/2023-01-01-a.md",
        POST + "[x]({% post_url 2023-01-02-b %}) [y]({% link assets/a b.pdf %})");
    write("_posts/2023-01-02-b.md", POST);
    PostsFolder folder = folder();
    assertThat(post(folder.read(), "_posts/2023-01-01-a.md").body())
        .contains("[x](/b/b/) [y](/b/assets/a%20b.pdf)");

    write("_posts/2023-01-02-b.md", "---\ntitle: T\npermalink: /new/\n---\n");

    Post post = post(folder.read(), "_posts/2023-01-01-a.md");
    assertThat(new PostRenderer().html(post)).contains("href=\"https://blog.example/b/new/\"");
  }

  @Test
  void itTellsWhatToWatchAndGivesTheBytesItSaw() throws IOException {
    write("_config.yml", "url: https://blog.example\n");
    write("a/_posts/deep/2023-01-01-a.md", POST);
    PostsFolder folder = folder();
    assertThat(folder.watched()).containsExactly(root);
    folder.read();

    assertThat(folder.watched())
        .containsExactlyInAnyOrder(root, root.resolve("a/_posts"), root.resolve("a/_posts/deep"));
    assertThat(folder.bytes("a/_posts/deep/2023-01-01-a.md")).asString().isEqualTo(POST);
    assertThatThrownBy(() -> folder.bytes("_config.yml")).isInstanceOf(IOException.class);
    write("a/_posts/deep/2023-01-01-a.md", "changed");
    assertThatThrownBy(() -> folder.bytes("a/_posts/deep/2023-01-01-a.md"))
        .hasMessageContaining("changed");
  }

  @Test
  void aThousandPostsAreReadQuickly() throws IOException {
    String words =
        "Words that make up a paragraph of *some* length, with a [link](/x). ".repeat(10);
    for (int i = 0; i < 1_000; i++) {
      write(
          "_posts/2023-01-%02d-post-%d.md".formatted(i % 28 + 1, i),
          "---\ntitle: Post " + i + "\n---\n" + (words + "\n\n").repeat(7));
    }
    PostsFolder folder = folder("https://blog.example");
    long start = System.nanoTime();
    assertThat(folder.read().files()).hasSize(1_000);
    Duration first = Duration.ofNanos(System.nanoTime() - start);
    start = System.nanoTime();
    assertThat(folder.read().files()).hasSize(1_000);
    Duration second = Duration.ofNanos(System.nanoTime() - start);

    assertThat(first).isLessThan(Duration.ofSeconds(20));
    assertThat(second).isLessThan(first);
  }

  private PostsFolder folder() {
    return folder("");
  }

  private PostsFolder folder(String url) {
    return new PostsFolder(Sites.settings(root, Style.AUTO, url));
  }

  private Path write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static Post post(FolderReading reading, String path) {
    assertThat(reading.fault()).isEmpty();
    PostFile file = byPath(reading).get(path);
    assertThat(file).as(path).isInstanceOf(PostFile.Readable.class);
    return ((PostFile.Readable) file).post();
  }

  private static Map<String, PostFile> byPath(FolderReading reading) {
    return reading.files().stream().collect(Collectors.toMap(PostFile::path, Function.identity()));
  }
}
