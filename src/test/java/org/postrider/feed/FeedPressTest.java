package org.postrider.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.io.WireFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FeedPressTest {

  private static final Path GOLDEN = Path.of("src/test/resources/feeds");

  private final FeedPress press = new FeedPress();

  @Test
  void theDocumentsComeInTheirOrderWithTheirTypes() {
    assertThat(press.print(Essays.channel(), Essays.entries()))
        .extracting(document -> document.path() + " " + document.contentType())
        .containsExactly(
            "/feed.xml application/atom+xml; charset=utf-8",
            "/atom.xml application/atom+xml; charset=utf-8",
            "/rss.xml application/rss+xml; charset=utf-8",
            "/feed.json application/feed+json; charset=utf-8",
            "/feeds.opml text/x-opml; charset=utf-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feed.xml", "/atom.xml", "/rss.xml", "/feed.json", "/feeds.opml"})
  void theBytesAreTheGoldenOnes(String path) throws IOException {
    equalsGolden("essays", path, print(path, Essays.entries()));
    equalsGolden("empty", path, print(path, List.of()));
  }

  @ParameterizedTest
  @CsvSource({"tr, TR, Pacific/Chatham", "ar, EG, Africa/Cairo", "th, TH, Asia/Bangkok"})
  void theBytesDependOnNoLocaleAndNoZone(String language, String country, String zone) {
    byte[] expected = bytes(press.print(Essays.channel(), Essays.entries()));
    Locale locale = Locale.getDefault();
    TimeZone timeZone = TimeZone.getDefault();
    try {
      Locale.setDefault(
          new Locale.Builder()
              .setLanguage(language)
              .setRegion(country)
              .setExtension('u', "ca-buddhist-nu-thai")
              .build());
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      assertThat(bytes(new FeedPress().print(Essays.channel(), Essays.entries())))
          .isEqualTo(expected);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(timeZone);
    }
  }

  @Test
  void anotherProgramReadsTheAtomFeedBack() throws Exception {
    Feed feed = (Feed) new WireFeedInput().build(new StringReader(text("/atom.xml")));

    assertThat(feed.getId()).isEqualTo("https://blog.example/");
    assertThat(feed.getUpdated()).isEqualTo(Instant.parse("2024-09-02T07:00:30Z"));
    assertThat(feed.getOtherLinks().get(0).getHref())
        .isEqualTo("https://letters.blog.example/atom.xml");
    assertThat(feed.getEntries())
        .extracting(Entry::getId)
        .containsExactly(
            "https://blog.example/blog/2024/kettle",
            "tag:blog.example,2024:tea",
            "https://blog.example/bare/");
    Entry whole = feed.getEntries().get(0);
    assertThat(whole.getTitle()).isEqualTo(Essays.entries().get(0).title());
    assertThat(whole.getContents().get(0).getValue()).isEqualTo(Essays.entries().get(0).html());
    assertThat(whole.getCategories())
        .extracting(category -> category.getTerm())
        .containsExactly("English", "tea", "misc");
    assertThat(feed.getEntries().get(1).getContents()).isEmpty();
    assertThat(feed.getEntries().get(1).getSummary().getValue()).isEqualTo("关于茶。");
  }

  @Test
  void anotherProgramReadsTheRssFeedBack() throws Exception {
    Channel channel = (Channel) new WireFeedInput().build(new StringReader(text("/rss.xml")));

    assertThat(channel.getLastBuildDate()).isEqualTo(Instant.parse("2024-09-02T07:00:30Z"));
    assertThat(channel.getTtl()).isEqualTo(60);
    Item whole = channel.getItems().get(0);
    assertThat(whole.getContent().getValue()).isEqualTo(Essays.entries().get(0).html());
    assertThat(whole.getPubDate()).isEqualTo(Instant.parse("2024-08-30T20:06:00Z"));
    assertThat(channel.getItems())
        .extracting(item -> item.getGuid().isPermaLink())
        .containsExactly(false, false, true);
  }

  @Test
  void rssGivesTheSummaryBeforeTheEssayAndEachDateOnce() {
    String rss = text("/rss.xml");

    assertThat(rss.indexOf("<description>How")).isLessThan(rss.indexOf("<content:encoded>"));
    assertThat(rss)
        .contains("<pubDate>Fri, 30 Aug 2024 20:06:00 GMT</pubDate>")
        .contains("<dc:creator>Bo Quill</dc:creator>")
        .doesNotContain("dc:date", "<author>", "managingEditor");
  }

  @Test
  void jsonSaysWhatTheOthersSay() {
    JsonNode feed = JsonFeed.JSON.readTree(text("/feed.json"));

    assertThat(feed.path("title").asString()).isEqualTo("Tea & Ink");
    JsonNode whole = feed.path("items").get(0);
    assertThat(whole.path("content_html").asString()).isEqualTo(Essays.entries().get(0).html());
    assertThat(whole.path("date_modified").asString()).isEqualTo("2024-09-02T07:00:30Z");
    assertThat(whole.path("authors")).hasSize(2);
    JsonNode summary = feed.path("items").get(1);
    assertThat(summary.path("content_text").asString()).isEqualTo("关于茶。");
    assertThat(summary.has("content_html")).isFalse();
    assertThat(summary.path("language").asString()).isEqualTo("zh-CN");
  }

  @Test
  void whatTheSiteDoesNotSayIsFilledInOrLeftOut() {
    FeedChannel bare =
        new FeedChannel(
            "", "", URI.create("https://Blog.example"), URI.create("https://a.example"), "??", "");
    FeedDocument atom = press.print(bare, List.of()).get(1);

    assertThat(new String(atom.bytes(), StandardCharsets.UTF_8))
        .contains("<title type=\"text\">https://Blog.example/</title>")
        .contains("<name>https://Blog.example/</name>")
        .contains("<updated>2000-01-01T00:00:00Z</updated>")
        .doesNotContain("xml:lang");
  }

  @Test
  void aFeedThatCannotBeMadeSaysWhich() {
    FeedEntry model = Essays.entries().get(0);
    FeedEntry absurd =
        new FeedEntry(
            model.id(),
            model.title(),
            model.url(),
            Instant.MAX,
            model.updated(),
            "",
            List.of(),
            List.of(),
            List.of(),
            "",
            "");

    assertThatThrownBy(() -> press.print(Essays.channel(), List.of(absurd)))
        .isInstanceOf(BadFeed.class)
        .hasMessageStartingWith("The feed \"/feed.xml\" can't be made: ");
  }

  private String text(String path) {
    return new String(print(path, Essays.entries()), StandardCharsets.UTF_8);
  }

  private byte[] print(String path, List<FeedEntry> entries) {
    return press.print(Essays.channel(), entries).stream()
        .filter(document -> document.path().equals(path))
        .findFirst()
        .orElseThrow()
        .bytes();
  }

  private static byte[] bytes(List<FeedDocument> documents) {
    StringBuilder all = new StringBuilder();
    documents.forEach(document -> all.append(Packing.hash(document.bytes())));
    return all.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void equalsGolden(String name, String path, byte[] bytes) throws IOException {
    Path golden = GOLDEN.resolve(name + path);
    if (Boolean.getBoolean("postrider.golden.write")) {
      Files.createDirectories(golden.getParent());
      Files.write(golden, bytes);
    }
    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
  }
}
