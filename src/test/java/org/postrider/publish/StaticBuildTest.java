package org.postrider.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postrider.config.Configuration;
import org.postrider.config.ConfigurationFile;
import org.postrider.post.PostRenderer;
import org.postrider.post.PostsFolder;

class StaticBuildTest {

  @TempDir private Path home;

  @BeforeEach
  void begin() throws IOException {
    Files.createDirectories(home.resolve("blog/_posts"));
    Files.writeString(
        home.resolve("blog/_config.yml"), "title: Essays\nurl: https://blog.example\n");
    Files.writeString(
        home.resolve("postrider.yaml"),
        "site: { folder: blog }\nmail: { from: a@blog.example }\nweb: { url: 'https://letters.blog.example' }\n");
    write("first", "The first");
  }

  @Test
  void aSecondBuildChangesNothing() {
    assertThat(build().written()).hasSize(5);
    assertThat(build().written()).isEmpty();
  }

  @Test
  void anIdOutlivesARename() throws IOException {
    build();
    String id = build().posts().get(0).id();
    Files.move(post("first"), post("renamed"));
    assertThat(build().posts())
        .singleElement()
        .satisfies(post -> assertThat(post.id()).isEqualTo(id));
    assertThat(atom()).contains("<id>" + id + "</id>").contains("/renamed.html");
  }

  @Test
  void aBrokenEssayStaysAsItWasLastPublished() throws IOException {
    build();
    String before = atom();
    Files.writeString(post("first"), "---\ntitle: Broken: by a colon\n---\n");
    StaticBuild.Report report = build();
    assertThat(report.posts())
        .singleElement()
        .satisfies(post -> assertThat(post.problem()).isPresent());
    assertThat(atom()).isEqualTo(before);
  }

  @Test
  void aBackDatedNewEssayComesUpFirst() throws IOException {
    write("second", "The second");
    build();
    Files.writeString(
        home.resolve("blog/_posts/2001-01-01-old.md"),
        "---\ntitle: Found in a drawer\n---\nOld words.\n");
    build();
    assertThat(atom().indexOf("Found in a drawer")).isLessThan(atom().indexOf("The second"));
  }

  @Test
  void anEmptiedFolderLeavesTheFeedsAsTheyAre() throws IOException {
    build();
    String before = atom();
    Files.delete(post("first"));
    assertThatThrownBy(this::build)
        .isInstanceOf(StaticBuild.CannotBuild.class)
        .hasMessageContaining("no post any more");
    assertThat(atom()).isEqualTo(before);
  }

  @Test
  void idsThatCannotBeReadAreNotGivenAnew() throws IOException {
    build();
    Files.writeString(home.resolve("out/postrider-ids.json"), "[{");
    assertThatThrownBy(this::build)
        .isInstanceOf(StaticBuild.CannotBuild.class)
        .hasMessageContaining("restore it");
  }

  private StaticBuild.Report build() {
    Configuration configuration = ConfigurationFile.read(home.resolve("postrider.yaml"), Map.of());
    return new StaticBuild(
            configuration.feed(),
            new PostsFolder(configuration.site()),
            new PostRenderer(),
            () -> Instant.parse("2026-05-05T08:00:00Z"))
        .into(home.resolve("out"));
  }

  private void write(String slug, String title) throws IOException {
    Files.writeString(
        post(slug),
        "---\ntitle: "
            + title
            + "\ncategories: [a]\ntags: [b, c]\n---\n"
            + Prose.by(slug.hashCode()));
  }

  private Path post(String slug) {
    return home.resolve("blog/_posts/2026-05-01-" + slug + ".md");
  }

  private String atom() throws IOException {
    return Files.readString(home.resolve("out/atom.xml"));
  }
}
