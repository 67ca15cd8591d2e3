package org.postrider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages that people read agree with the repository. */
class DocumentationTest {

  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)[^)]*\\)");
  private static final Path README = Path.of("README.md");

  static List<Path> pages() throws IOException {
    try (Stream<Path> site = Files.list(Path.of("src/site/markdown"))) {
      return Stream.concat(
              Stream.of(README, Path.of("CHANGELOG.md"), Path.of("CONTRIBUTING.md")),
              site.filter(page -> page.toString().endsWith(".md")))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkWithinTheRepositoryLeadsSomewhere(Path page) throws IOException {
    // What stands in code marks is shown, not followed.
    Matcher link = LINK.matcher(Files.readString(page).replaceAll("`[^`\n]*`", ""));
    while (link.find()) {
      assertThat(page.toAbsolutePath().resolveSibling(link.group(1))).exists();
    }
  }

  @Test
  void theReadmeIsShortAndGivesTheTwoCommands() throws IOException {
    assertThat(Files.readAllLines(README))
        .hasSizeLessThanOrEqualTo(150)
        .contains("mvn -q compile exec:java", "mvn -q verify");
  }
}
