package org.postrider.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postrider.config.SiteSettings.Style;

/** {@code bad-posts/NN-name/}: a file that can't be a post, and what its author is told. */
final class BadPostsTest {
  private static final Path CASES = Path.of("src/test/resources/bad-posts");

  @TempDir Path folder;

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> all = Files.list(CASES)) {
      return all.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void eachIsReportedWithPlaceReasonAndRemedy(Path example) throws IOException {
    PostFile file = reading(example).stream().findFirst().orElseThrow();

    assertThat(file).isInstanceOf(PostFile.Broken.class);
    String told = ((PostFile.Broken) file).problem() + "\n";
    Path expected = example.resolve("expected.txt");
    if (Boolean.getBoolean("postrider.golden.write")) {
      Files.writeString(expected, told);
    }
    assertThat(told).isEqualTo(Files.readString(expected));
    assertThat(((PostFile.Broken) file).problem().remedy()).isNotEmpty();
  }

  @Test
  void noneOfThemHarmsAnother() throws IOException {
    int i = 0;
    for (Path example : cases().toList()) {
      String name = post(example).getFileName().toString();
      copy(example, "_posts/" + i++ + "/" + name);
    }
    Files.writeString(folder.resolve("_posts/2023-01-01-good.md"), "---\ntitle: Good\n---\nText.");

    List<PostFile> files = folder().read().files();

    assertThat(files).hasSize(i + 1);
    assertThat(files.stream().filter(PostFile.Readable.class::isInstance)).hasSize(1);
  }

  private List<PostFile> reading(Path example) throws IOException {
    copy(example, "_posts/" + post(example).getFileName());
    return folder().read().files();
  }

  private PostsFolder folder() {
    return new PostsFolder(Sites.settings(folder, Style.AUTO, "https://blog.example"));
  }

  private void copy(Path example, String path) throws IOException {
    Path target = folder.resolve(path);
    Files.createDirectories(target.getParent());
    Files.write(target, Files.readAllBytes(post(example)));
  }

  private static Path post(Path example) throws IOException {
    try (Stream<Path> files = Files.list(example)) {
      return files
          .filter(file -> !file.getFileName().toString().equals("expected.txt"))
          .findFirst()
          .orElseThrow();
    }
  }
}
