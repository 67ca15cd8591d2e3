package org.postrider.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedFolderTest {

  @TempDir Path folder;

  @Test
  void documentsBecomeFilesUnderThePathsOfTheirUrls() throws IOException {
    Path out = folder.resolve("new/site");

    assertThat(
            new FeedFolder(out)
                .write(List.of(document("/atom.xml", "a"), document("/tags/x/rss.xml", "b"))))
        .containsExactly(out.resolve("atom.xml"), out.resolve("tags/x/rss.xml"));
    assertThat(out.resolve("tags/x/rss.xml")).hasContent("b");
    assertThat(files(out)).containsExactlyInAnyOrder("atom.xml", "rss.xml");
  }

  @Test
  void onlyWhatChangedIsWritten() throws IOException {
    FeedFolder feeds = new FeedFolder(folder);
    feeds.write(List.of(document("/a.xml", "one"), document("/b.xml", "one")));
    FileTime old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    Files.setLastModifiedTime(folder.resolve("a.xml"), old);
    Files.writeString(folder.resolve("own.html"), "mine");

    assertThat(feeds.write(List.of(document("/a.xml", "one"), document("/b.xml", "two"))))
        .containsExactly(folder.resolve("b.xml"));
    assertThat(Files.getLastModifiedTime(folder.resolve("a.xml"))).isEqualTo(old);
    assertThat(folder.resolve("own.html")).hasContent("mine");
  }

  @Test
  void whatACrashLeftBehindIsNoHindrance() throws IOException {
    Files.writeString(folder.resolve(".a.xml.new"), "half a feed that is longer than the whole");
    new FeedFolder(folder).write(List.of(document("/a.xml", "whole")));

    assertThat(folder.resolve("a.xml")).hasContent("whole");
    assertThat(files(folder)).containsExactly("a.xml");
  }

  @Test
  void aFileThatCannotBeWrittenIsNamed() throws IOException {
    Files.createDirectories(folder.resolve("a.xml/inside"));

    assertThatThrownBy(() -> new FeedFolder(folder).write(List.of(document("/a.xml", "one"))))
        .isInstanceOf(BadFeed.class)
        .hasMessageContaining("a.xml\" can't be written");
    assertThat(folder.resolve(".a.xml.new")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/../a.xml", "../a.xml", "/x/../../a.xml", "/", "/x/.."})
  void noPathLeadsOutOfTheFolder(String path) {
    assertThatThrownBy(() -> new FeedFolder(folder).write(List.of(document(path, "one"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("leads out of");
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).toList();
    }
  }

  private static FeedDocument document(String path, String text) {
    return new FeedDocument(path, "text/plain", text.getBytes(StandardCharsets.UTF_8));
  }
}
