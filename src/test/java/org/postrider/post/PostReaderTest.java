package org.postrider.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PostReaderTest {
  private static final String WALK =
      """
      ---
      title: "A long walk (II) – “slowly”"
      date: 2023-05-05 20:15
      categories: Essays
      tags: walking
      description: Hills — and what came after…
      ---
      Text.
      """;

  @Test
  void anEssayIsReadWithAllThatItSays() {
    Post post = Sites.post(WALK);

    assertThat(post.title()).isEqualTo("A long walk (II) – “slowly”");
    assertThat(post.url()).hasToString("https://blog.example/blog/2023/long-walk/");
    assertThat(post.feedId()).isEqualTo("https://blog.example/blog/2023/long-walk");
    assertThat(post.published()).isEqualTo(Instant.parse("2023-05-05T20:15:00Z"));
    assertThat(post.updated()).isEqualTo(post.published());
    assertThat(post.categories()).containsExactly("Essays");
    assertThat(post.tags()).containsExactly("walking");
    assertThat(post.summary()).isEqualTo("Hills — and what came after…");
    assertThat(post.authors()).containsExactly("Ann Author");
    assertThat(post.body()).isEqualTo("Text.\n");
    assertThat(post.bodyLine()).isEqualTo(8);
    assertThat(post.draft()).isFalse();
    assertThat(post.warnings()).isEmpty();
  }

  @Test
  void theZoneOfTheSiteMovesTheInstantAndNotTheLink() {
    Site shanghai = Sites.jekyll("/blog/:year/:title/", "Asia/Shanghai");

    Post post = Sites.post(shanghai, "_posts/2023-05-05-long-walk.md", WALK);

    assertThat(post.published()).isEqualTo(Instant.parse("2023-05-05T12:15:00Z"));
    assertThat(post.url()).isEqualTo(Sites.post(WALK).url());
    assertThat(post.feedId()).isEqualTo(Sites.post(WALK).feedId());
  }

  @ParameterizedTest
  @CsvSource({
    "pretty, UTC, 2022-12-31 22:10:00 -0500, /2023/01/01/x/",
    "pretty, Asia/Shanghai, 2023-05-05 20:15:00, /2023/05/06/x/",
    "date, America/New_York, 2023-05-05 20:15:00, /2023/05/05/x.html",
    "none, UTC, 2023-05-05, /x.html"
  })
  void theUrlHasTheDayOfTheSitesZone(String style, String zone, String date, String path) {
    Post post =
        Sites.post(Sites.jekyll(style, zone), "_posts/2020-01-01-x.md", front("date: " + date));

    assertThat(post.url().getRawPath()).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          2001                          | 2001
          yes                           | yes
          2020-02-02                    | 2020-02-02
          2.50                          | 2.50
          0777                          | 0777
          12:30                         | 12:30
          [a, b]                        | [a, b]
          ~                             | Long Walk
          null                          | Long Walk
          F# in a day # part 2          | F# in a day
          "One:<br>Two"                 | One: Two
          'It''s & <d> "so" *fine*'     | It's & <d> "so" *fine*
          >-§  folded§  title           | folded title
          plain§  and long              | plain and long
          "散步\\u3000🚶"               | 散步　🚶
          """)
  void titlesAreWhatTheAuthorTyped(String yaml, String title) {
    assertThat(Sites.post(front("title: " + yaml.replace("§", "\n"))).title()).isEqualTo(title);
  }

  @Test
  void aCommentInATitleIsToldOf() {
    assertThat(Sites.post(front("title: F# in a day # part 2")).warnings())
        .singleElement()
        .satisfies(w -> assertThat(w.toString()).contains(":2:8:", "comment", "F# in a day"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          _posts            | categories: Foo Bar            | Foo;Bar    | /foo/bar/
          _posts            | categories: Foo, Bar           | Foo;Bar    | /foo,/bar/
          _posts            | categories: [Foo Bar, Baz]     | Foo Bar;Baz | /foo%20bar/baz/
          _posts            | category: Foo Bar              | Foo Bar    | /foo%20bar/
          _posts            | category: C§categories: A B    | A;B;C      | /a/b/c/
          _posts            | categories: [A, a, B]          | A;B        | /a/b/
          alpha/beta/_posts | categories: Zed                | alpha;beta;Zed | /alpha/beta/zed/
          _posts/gamma      | title: x                       | ``         | /
          _posts            | categories: [a, [b, c], null, 7] | a;b;c;7  | /a/b/c/7/
          _posts            | categories:                    | ``         | /
          """)
  void categoriesAreJekyllsInTheUrlAndCleanAsLabels(
      String folder, String yaml, String labels, String path) {
    Site site = Sites.jekyll("/:categories/:title/", "UTC");

    Post post = Sites.post(site, folder + "/2023-05-05-x.md", front(yaml.replace("§", "\n")));

    assertThat(String.join(";", post.categories())).isEqualTo(labels);
    assertThat(post.url().getRawPath()).isEqualTo(path + "x/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          tags: one two              | one;two
          tags: one, two             | one;two
          tags: tea time, history    | tea time;history
          tag: one two               | one two
          tag: a§tags: b c           | a
          tags: 2023                 | 2023
          tags: [a, [b, c], null, 7] | a;b;c;7
          tags:                      | ``
          tags: [A, a]               | A
          """)
  void tagsAreReadAsTheAuthorMeansThem(String yaml, String tags) {
    assertThat(String.join(";", Sites.post(front(yaml.replace("§", "\n"))).tags())).isEqualTo(tags);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          author: Bo                           | Bo
          author: [Bo, Cy]                     | Bo;Cy
          author: { name: Bo, email: b@x }     | Bo
          authors: [Bo, Cy]                    | Bo;Cy
          authors: [{ name: Bo }, { name: Cy }] | Bo;Cy
          author:                              | Ann Author
          author: ""                           | Ann Author
          """)
  void authorsComeInAllShapes(String yaml, String authors) {
    assertThat(String.join(";", Sites.post(front(yaml)).authors())).isEqualTo(authors);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "published: false",
        "published: no",
        "published:",
        "published: \"false\"",
        "draft: true",
        "draft: \"true\"",
        "draft: Yes",
        "published: 0",
        "published: Off"
      })
  void whatTheAuthorHoldsBackIsADraft(String yaml) {
    assertThat(Sites.post(front(yaml)).draft()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "published: true",
        "draft: false",
        "published: 1",
        "draft:",
        "draft: 0",
        "published: yes",
        "published: 2023-05-05"
      })
  void otherPostsAreNoDrafts(String yaml) {
    assertThat(Sites.post(front(yaml)).draft()).isFalse();
  }

  @Test
  void ownPermalinkAndSlugGiveTheIdThatJekyllFeedGives() {
    assertThat(idAndUrl("2022-04-02-tea.md", "permalink: /own/p.html"))
        .containsExactly("https://blog.example/own/tea", "https://blog.example/own/p.html");
    assertThat(idAndUrl("2022-04-02-tea.md", "permalink: /y/\nslug: Zz Top"))
        .containsExactly("https://blog.example/Zz%20Top", "https://blog.example/y/");
    assertThat(idAndUrl("2022-04-02-a--b.md", "title: x"))
        .containsExactly(
            "https://blog.example/blog/2022/a--b", "https://blog.example/blog/2022/a-b/");
    assertThat(idAndUrl("2022-04-02-x.md", "permalink: pretty"))
        .containsExactly("https://blog.example/x", "https://blog.example/pretty");
    assertThat(idAndUrl("2022-04-02-salt & pepper.md", "title: x").get(1))
        .isEqualTo("https://blog.example/blog/2022/salt-&-pepper/");
  }

  @Test
  void anUnknownPlaceholderInAPermalinkIsToldWithItsPlace() {
    assertThat(Sites.problem(front("permalink: /:yeer/x")).toString())
        .contains("2023-05-05-long-walk.md:2:1:", "\":yeer\"");
  }

  @ParameterizedTest
  @CsvSource({"lang: zh, zh", "lang: zh_CN, zh-CN", "language: fr, fr", "lang: '??', en"})
  void theLanguageIsThePostsOrTheSites(String yaml, String language) {
    assertThat(Sites.post(front(yaml)).language()).isEqualTo(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"last_modified_at", "lastmod", "updated"})
  void theAuthorsLastChangeIsKept(String key) {
    assertThat(Sites.post(front(key + ": 2024-01-02")).updated())
        .isEqualTo(Instant.parse("2024-01-02T00:00:00Z"));
  }

  @Test
  void lineEndsByteOrderMarkAndDotsMakeNoDifference() {
    String unix = "---\ntitle: T\ndescription: D\n...\n\n\nOne\ntwo\n";
    Post expected = Sites.post(unix);

    for (String variant :
        List.of(
            unix.replace("\n", "\r\n"),
            unix.replace("\n", "\r"),
            "\uFEFF" + unix,
            unix.replace("...", "---  "))) {
      Post post = Sites.post(variant);
      assertThat(List.of(post.title(), post.summary(), post.body(), post.bodyLine()))
          .isEqualTo(
              List.of(expected.title(), expected.summary(), expected.body(), expected.bodyLine()));
    }
    assertThat(expected.body()).isEqualTo("One\ntwo\n");
    assertThat(expected.bodyLine()).isEqualTo(7);
  }

  @Test
  void aPostWithoutFrontMatterIsADraftAndSaysSo() {
    Post post = Sites.post("Just text.\n");

    assertThat(post.title()).isEqualTo("Long Walk");
    assertThat(post.draft()).isTrue();
    assertThat(post.warnings().toString()).contains("no front matter");
  }

  @Test
  void duplicateKeysAndSlipsAreToldOf() {
    Post post = Sites.post(front("title: One\ntitle: Two\ncatagories: x\nlayout: post"));

    assertThat(post.title()).isEqualTo("Two");
    assertThat(post.warnings()).hasSize(2);
    assertThat(post.warnings().toString())
        .contains(":3:1:", "line 2 too", "\"catagories\" means nothing", "\"categories\"");
  }

  @Test
  void charactersThatXmlForbidsAreDroppedWithTheirPlace() {
    Post post = Sites.post("---\ntitle: a\u0008b\n---\nc\u0000d\uFFFE\te\n");

    assertThat(post.title()).isEqualTo("ab");
    assertThat(post.body()).isEqualTo("cd\te\n");
    assertThat(post.warnings().toString()).contains(":2:9: ", "U+0008", ":4:2: ", "U+FFFE");
    assertThat(Sites.post(front("title: \"a\\x08\\uD800b\"")).title()).isEqualTo("ab");
  }

  @Test
  void anAliasBombIsAProblemAndNoHang() {
    StringBuilder bomb = new StringBuilder("---\na0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      String alias = "*a" + (i - 1);
      bomb.append("a" + i + ": &a" + i + " [" + (alias + ", ").repeat(8) + alias + "]\n");
    }

    assertThat(Sites.problem(bomb + "---\nx").line()).isPositive();
    assertThat(Sites.problem("---\na: &a [*a]\n---\nx").reason()).contains("deep");
  }

  @Test
  void hugeInputIsAnswered() {
    String longTitle = "x".repeat(900_000);
    assertThat(Sites.post(front("title: " + longTitle)).title()).hasSize(900_000);
    assertThat(Sites.problem("---\ntitle: x\n---\n\n" + "y".repeat(2_000_000)).line()).isEqualTo(5);
    assertThat(Sites.problem(front("title: x") + "abc\n".repeat(2_600_000)).reason())
        .contains("10,000,000");
    assertThat(Sites.problem("---\na: " + "[".repeat(100_000) + "\n---\n").line()).isPositive();
  }

  @Test
  void aPlainFolderNeedsNoFrontMatter() {
    Post post =
        Sites.post(Sites.plain(), "notes/2024-03-05-tea.md", "\n# Tea & *time*\n\nBody {{ x }}.\n");

    assertThat(post.title()).isEqualTo("Tea & time");
    assertThat(post.body()).isEqualTo("Body {{ x }}.\n");
    assertThat(post.bodyLine()).isEqualTo(4);
    assertThat(post.url()).hasToString("https://blog.example/notes/2024-03-05-tea/");
    assertThat(post.published()).isEqualTo(Instant.parse("2024-03-04T16:00:00Z"));
    assertThat(post.feedId()).isEqualTo("tag:blog.example,2024-03-05:/notes/2024-03-05-tea");
    assertThat(post.slug()).isEqualTo("tea");
    assertThat(post.draft()).isFalse();
    assertThat(post.warnings()).isEmpty();
  }

  @Test
  void aPlainPostWithoutDateIsToldToGiveOne() {
    PostFile file = Sites.read(Sites.plain(), "tea.md", "# Tea\n");

    assertThat(((PostFile.Broken) file).problem().remedy()).contains("date: ");
  }

  @Test
  void theHashIsThatOfTheBytes() {
    PostFile file =
        new PostReader(Sites.jekyll())
            .read("_posts/2023-05-05-x.md", "abc".getBytes(StandardCharsets.US_ASCII));

    assertThat(file.hash())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  private static List<String> idAndUrl(String name, String yaml) {
    Post post = Sites.post(Sites.jekyll(), "_posts/" + name, front(yaml));
    return List.of(post.feedId(), post.url().toString());
  }

  private static String front(String yaml) {
    return "---\n" + yaml + "\n---\nText.\n";
  }
}
