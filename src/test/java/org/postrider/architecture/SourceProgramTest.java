package org.postrider.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceProgramTest {

  @TempDir Path sources;

  @Test
  void anImportIsADependencyEvenWhenOnlyAConstantIsUsed() throws IOException {
    write(
        "org/postrider/post/Post.java",
        """
        package org.postrider.post;

        import static org.postrider.web.Limits.MOST;

        import org.postrider.feed.FeedPress;
        """);

    assertThat(SourceProgram.in(sources).imports())
        .containsExactlyInAnyOrder(
            new Dependency("org.postrider.post.Post", "org.postrider.web.Limits"),
            new Dependency("org.postrider.post.Post", "org.postrider.feed.FeedPress"));
  }

  @Test
  void aPackageThatDoesNotSayItsJobIsTold() throws IOException {
    write("a/package-info.java", "/** Does one thing. */\npackage a;\n");
    write("b/package-info.java", "package b;\n");
    write("c/Thing.java", "package c;\n");

    assertThat(SourceProgram.in(sources).complaintsAboutPackageInfo())
        .containsExactly(
            "b/package-info.java does not begin with a Javadoc that says the one job.",
            "c has no package-info.java.");
  }

  private void write(String path, String text) throws IOException {
    Path file = sources.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
