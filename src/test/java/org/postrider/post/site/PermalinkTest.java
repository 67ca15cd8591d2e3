package org.postrider.post.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PermalinkTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          date      | /a/b%20c/2024/03/05/Tea-Time.html
          pretty    | /a/b%20c/2024/03/05/Tea-Time/
          ordinal   | /a/b%20c/2024/065/Tea-Time.html
          weekdate  | /a/b%20c/2024/W10/Tue/Tea-Time.html
          none      | /a/b%20c/Tea-Time.html
          /blog/:year/:title/            | /blog/2024/Tea-Time/
          :year/:i_month/:i_day/:slug    | /2024/3/5/tea-time
          /:short_year/:short_month/:long_month/:w_year/:w_day/:long_day/ | /24/Mar/March/2024/2/Tuesday/
          /:hour:minute:second/:name     | /201530/2024-03-05-tea-time
          /:year_:month/:collection:output_ext | /2024_03/posts.html
          /:slugified_categories/:path   | /a/b-c/sub/2024-03-05-Tea-Time
          /x//y/../:title./z             | /x/y/Tea-Timez
          /地/a b[c]/:title              | /%E5%9C%B0/a%20b%5Bc%5D/Tea-Time
          """)
  void templatesAreFilledInAsJekyllFillsThem(String template, String path) throws Exception {
    assertThat(teaTime().expand(Permalink.template(template))).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a & b        | /a-&-b/          | /a-b/
          a--b         | /a-b/            | /a-b/
          v1.5-notes   | /v1.5-notes/     | /v1-5-notes/
          -x_y-        | /x_y/            | /x-y/
          Zz Top       | /Zz-Top/         | /zz-top/
          散步         | /%E6%95%A3%E6%AD%A5/ | /%E6%95%A3%E6%AD%A5/
          a#b?c%d      | /a-b-c-d/        | /a-b-c-d/
          it's (ok)!   | /it's-(ok)!/     | /it-s-ok/
          I            | /I/              | /i/
          """)
  void slugsKeepWhatJekyllKeeps(String slug, String title, String lower) throws Exception {
    assertThat(of(slug, List.of(), "2024-03-05T20:15:30Z").expand("/:title/")).isEqualTo(title);
    assertThat(of(slug, List.of(), "2024-03-05T20:15:30Z").expand("/:slug/")).isEqualTo(lower);
    assertThat(URI.create("https://x.example" + title).getRawPath()).isEqualTo(title);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-12-30T00:00:00Z, /2024/W01/Mon/x.html",
    "2022-12-31T22:10:00-05:00, /2022/W52/Sat/x.html",
    "2021-01-03T00:00:00Z, /2021/W53/Sun/x.html"
  })
  void weeksAreThoseOfIso(String date, String path) throws Exception {
    assertThat(of("x", List.of(), date).expand(Permalink.template("weekdate"))).isEqualTo(path);
  }

  @Test
  void categoriesAreLowerCasedAndDistinct() throws Exception {
    Permalink permalink = of("x", List.of("A", "a", "F#/z", "Foo,"), "2024-03-05T20:15:30Z");

    assertThat(permalink.expand("/:categories/")).isEqualTo("/a/f%23/z/foo,/");
    assertThat(permalink.expand("/:slugified_categories/")).isEqualTo("/a/f-z/foo/");
  }

  @Test
  void anUnknownPlaceholderIsNamed() {
    assertThatThrownBy(() -> teaTime().expand("/:yeer/:title/"))
        .isInstanceOfSatisfying(
            UnknownPlaceholder.class,
            unknown -> assertThat(unknown.placeholder()).isEqualTo(":yeer"));
  }

  private static Permalink teaTime() {
    return new Permalink(
        ZonedDateTime.parse("2024-03-05T20:15:30Z"),
        "Tea Time",
        "2024-03-05-Tea-Time",
        List.of("A", "B c"),
        "/sub/2024-03-05-Tea-Time");
  }

  private static Permalink of(String slug, List<String> categories, String date) {
    return new Permalink(ZonedDateTime.parse(date), slug, "n", categories, "/n");
  }
}
