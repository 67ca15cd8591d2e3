package org.postrider.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sample blog shows what the program can do, so all of it must come out right. */
class SampleBlogJourneyTest {

  private static final Path SAMPLE = Path.of("src/demo/blog");

  @TempDir Path folder;

  private Home home;

  @BeforeEach
  void aCopyOfTheSampleBlog() throws IOException {
    home = Home.in(folder, "0s");
    try (Stream<Path> found = Files.walk(SAMPLE)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve("blog").resolve(SAMPLE.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  @Test
  void nothingIsWrongWithIt() throws Exception {
    Finished check = home.type("check");

    assertThat(check.exitCode()).as(check.output()).isZero();
    assertThat(check.output()).doesNotContain("_posts/");
  }

  @Test
  void theFeedHoldsFiveEssaysWithAllTheirParts() throws Exception {
    Map<String, Document> essays = essays();

    assertThat(essays)
        .containsOnlyKeys(
            "What an envelope knows",
            "The price of distance",
            "At the pace of a letter: notes from a walk",
            "A page is a pair of hands",
            "晚一点到");
    assertThat(essays.get("What an envelope knows").select("pre code")).hasSize(2);
    assertThat(essays.get("What an envelope knows").select("h2")).hasSize(2);
    assertThat(essays.get("The price of distance").select("table tbody tr")).hasSize(4);
    assertThat(essays.get("The price of distance").select("sup a")).hasSize(2);
    assertThat(essays.get("The price of distance").text()).contains("h \\gg c \\cdot d");
    assertThat(essays.get("At the pace of a letter: notes from a walk").select("img"))
        .extracting(image -> image.attr("src"))
        .containsExactly("https://slowpost.example/assets/milestone.png");
    assertThat(essays.get("A page is a pair of hands").select("strong"))
        .extracting(strong -> strong.text())
        .containsExactly("中文要多一点空气。");
  }

  private Map<String, Document> essays() throws IOException, InterruptedException {
    Path out = home.file("out");
    Finished build = home.type("build", "--out", out.toString());
    assertThat(build.exitCode()).as(build.messages()).isZero();
    Map<String, Document> essays = new TreeMap<>();
    for (JsonNode item :
        JsonMapper.shared().readTree(Files.readString(out.resolve("feed.json"))).path("items")) {
      essays.put(item.path("title").asString(), Jsoup.parse(item.path("content_html").asString()));
    }
    return essays;
  }

  @Test
  void theDraftIsNeitherListedAsNewsNorInAFeed() throws Exception {
    home.type("publish");

    List<String> titles = new ArrayList<>();
    for (JsonNode post : home.type("--json", "posts", "list").json()) {
      titles.add(post.path("title").asString());
    }
    assertThat(titles).hasSize(5).doesNotContain("The dead letter office");
  }
}
