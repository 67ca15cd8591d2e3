package org.postrider.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Four files that no generator survives, among three good ones. */
class BadPostsJourneyTest {

  private static final List<String> GOOD = List.of("Good one", "Good two", "Good three");

  private static final String COLON = "2024-02-01-colon.md";
  private static final String NOT_UTF_8 = "2024-02-02-latin.md";
  private static final String LONG_LINE = "2024-02-03-long.md";
  private static final String NO_DATE = "2024-02-04-someday.md";

  @TempDir Path folder;

  private Home home;

  @BeforeEach
  void threeGoodOnesAndFourBadOnes() throws IOException {
    home = Home.in(folder, "0s");
    for (String title : GOOD) {
      home.blog().essay(title.substring("Good ".length()), title);
    }
    home.blog().write(COLON, "---\ntitle: Notes: part two\n---\n\nText.\n");
    home.blog()
        .write(
            NOT_UTF_8,
            "---\ntitle: Broken by bytes\n---\n\nA caf\u00e9.\n"
                .getBytes(StandardCharsets.ISO_8859_1));
    home.blog()
        .write(
            LONG_LINE,
            "---\ntitle: Broken by length\n---\n\n" + "word ".repeat(2 * 1024 * 1024 / 5) + "\n");
    home.blog()
        .write(NO_DATE, "---\ntitle: Broken by its date\ndate: someday soon\n---\n\nText.\n");
  }

  @Test
  void eachIsListedWithItsLineAndRemedyAndTheOthersArePublished() throws Exception {
    assertThat(home.type("publish").exitCode()).isZero();

    Map<String, JsonNode> problems = problems();
    assertThat(problems)
        .containsOnlyKeys(
            "_posts/" + COLON, "_posts/" + NOT_UTF_8, "_posts/" + LONG_LINE, "_posts/" + NO_DATE);
    assertThat(line(problems, COLON)).isEqualTo(2);
    assertThat(line(problems, NOT_UTF_8)).isEqualTo(5);
    assertThat(line(problems, LONG_LINE)).isEqualTo(5);
    assertThat(line(problems, NO_DATE)).isEqualTo(3);
    assertThat(problems.values())
        .allSatisfy(
            problem -> {
              assertThat(problem.path("reason").asString()).isNotBlank();
              assertThat(problem.path("remedy").asString()).isNotBlank();
            });
  }

  @Test
  void checkFindsEachWithFileAndLine() throws Exception {
    Finished check = home.type("check");

    assertThat(check.exitCode()).isEqualTo(1);
    for (String name : List.of(COLON, NOT_UTF_8, LONG_LINE, NO_DATE)) {
      assertThat(check.output().lines())
          .as(name)
          .anyMatch(line -> line.matches("\\S*\\Q" + name + "\\E:[1-9][0-9]*:.*"));
    }
  }

  @Test
  void feedsHoldTheGoodOnesAndNoneOfTheBad() throws Exception {
    assertThat(home.type("build", "--out", home.file("out").toString()).exitCode()).isZero();

    for (String feed : List.of("feed.xml", "rss.xml", "feed.json")) {
      String text = Files.readString(home.file("out").resolve(feed));
      assertThat(text).as(feed).contains(GOOD);
      assertThat(text).as(feed).doesNotContain("part two", "Broken by");
    }
  }

  private Map<String, JsonNode> problems() throws IOException, InterruptedException {
    Map<String, JsonNode> problems = new LinkedHashMap<>();
    for (JsonNode post : home.type("--json", "posts", "list").json()) {
      if (post.path("state").asString().equals("broken")) {
        problems.put(post.path("path").asString(), post.path("problem"));
      }
    }
    return problems;
  }

  private static int line(Map<String, JsonNode> problems, String name) {
    return problems.get("_posts/" + name).path("line").asInt();
  }
}
