package org.postrider.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postrider.web.VisitedSite.body;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postrider.membership.Membership.Standing;
import org.postrider.template.Templates;

class PublicSiteTest {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";

  private VisitedSite site;

  @BeforeEach
  void open() {
    site = new VisitedSite();
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void theFrontShowsTheFormTheFeedsAndTheNewestEssays() {
    String page = site.ask("GET", "/");
    assertThat(page).startsWith("HTTP/1.1 200 OK\r\n").contains("Vary: Accept-Language\r\n");
    assertThat(body(page))
        .contains("<html lang=\"en\">")
        .contains("<form class=\"sheet\" method=\"post\" action=\"subscribe\">")
        .contains("name=\"email\"")
        .contains("<link rel=\"alternate\" type=\"application/atom+xml\"")
        .contains("href=\"rss.xml\"")
        .contains("href=\"feed.json\"")
        .contains("href=\"feeds.opml\"")
        .contains("<a href=\"https://blog.example/en/\">&lt;On&gt; en</a>")
        .contains("<h1><a href=\"https://blog.example/\">Notes &amp; &lt;Queries&gt;</a></h1>")
        .contains("20 November 2026")
        .doesNotContain("<script")
        .doesNotContain("<Queries>");
  }

  @Test
  void theFrontAsksForALanguageOnlyWhereThereAreSeveral() {
    assertThat(body(site.ask("GET", "/")))
        .contains("<option value=\"en\" lang=\"en\">English</option>")
        .contains("<option value=\"zh\" lang=\"zh\">中文</option>");
    site.languages("en", "en-GB");
    assertThat(body(site.ask("GET", "/"))).doesNotContain("<select");
  }

  @Test
  void theFrontStandsBeforeTheFirstFeedDoes() {
    site.languages();
    assertThat(site.ask("GET", "/")).startsWith("HTTP/1.1 200 OK\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh-CN,zh;q=0.9,en;q=0.8 | 订阅",
        "zh | 订阅",
        "en-GB,zh;q=0.5 | Subscribe",
        "fr, de;q=0.9 | Subscribe",
        "fr, zh-TW;q=0.4 | 订阅",
        "* | Subscribe",
        "../../x | Subscribe"
      })
  void aVisitorIsAddressedInALanguageHeReads(String accepted, String word) {
    String page = body(site.ask("GET", "/", "Accept-Language: " + accepted));
    assertThat(page).contains("<button>" + word + "</button>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"home", "subscribed", "confirm", "unsubscribe", "missing", "busy"})
  void everyPageIsThereInBothLanguages(String name) {
    var templates = new Templates(Path.of("templates"));
    assertThat(templates.exists("pages/" + name + ".html")).isTrue();
    assertThat(templates.exists("pages/" + name + ".zh.html")).isTrue();
  }

  @Test
  void aSignUpIsTaken() {
    String answer =
        site.post(
            "/subscribe",
            FORM,
            "email=a.reader%40Example.org&language=zh&topics=maths&topics=art,+music");
    assertThat(answer)
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("Cache-Control: no-store\r\n")
        .contains("X-Robots-Tag: noindex, nofollow\r\n")
        .doesNotContain("Set-Cookie");
    assertThat(body(answer)).contains("Look into your mailbox");
    assertThat(site.joined)
        .containsExactly(
            "a.reader@example.org Wishes[language=zh, topics=[maths, art, music],"
                + " frequency=EVERY] form from 127.0.0.1");
  }

  @Test
  void aSignUpAsJsonIsTaken() {
    String answer =
        site.post(
            "/subscribe",
            JSON,
            "{\"email\":\"a@b.example\",\"topics\":[\"art\"],\"frequency\":\"every\"}");
    assertThat(answer)
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("Content-Type: application/json\r\n")
        .contains("{\"message\":");
    assertThat(site.joined).hasSize(1).first().asString().contains("topics=[art]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD"})
  void whoLooksAtTheAddressOfTheFormIsLedHome(String method) {
    assertThat(site.ask(method, "/subscribe"))
        .startsWith("HTTP/1.1 303 ")
        .contains("Location: ./\r\n");
    assertThat(site.ask("PUT", "/subscribe"))
        .startsWith("HTTP/1.1 405 ")
        .contains("Allow: GET, HEAD, POST\r\n");
    assertThat(site.joined).isEmpty();
  }

  @Test
  void anAddressIsAnsweredAlikeHoweverOftenItComes() {
    String first = site.post("/subscribe", FORM, "email=a%40b.example");
    String second = site.post("/subscribe", FORM, "email=a%40b.example");
    assertThat(first).startsWith("HTTP/1.1 200 OK\r\n");
    assertThat(withoutDate(second)).isEqualTo(withoutDate(first));
  }

  @Test
  void aBadAddressIsShownAgainSafely() {
    String answer = site.post("/subscribe", FORM, "email=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
    assertThat(answer).startsWith("HTTP/1.1 400 ");
    assertThat(body(answer))
        .contains(
            "<title>This is not a complete mail address – Notes &amp; &lt;Queries&gt;</title>")
        .contains("This is not a complete mail address. Please look at it once more.</p>")
        .contains("role=\"alert\"")
        .contains("value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\"")
        .doesNotContain("<script");
    assertThat(site.joined).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | email=a | This is not a complete mail address –
          zh | email=a | 这个邮箱地址不完整 –
          en | email=a%40b.example&language=not_a_tag! | What you chose is not possible here –
          zh | email=a%40b.example&language=not_a_tag! | 您选的方式这里还没有 –
          """)
  void theTitleBeginsWithWhatIsWrong(String language, String form, String title) {
    String answer = site.post("/subscribe", FORM, form, "Accept-Language: " + language);
    assertThat(body(answer)).contains("<title>" + title + " Notes");
  }

  @Test
  void aBadAddressAsJsonIsToldInJson() {
    assertThat(site.post("/subscribe", JSON, "{\"email\":\"nobody\"}"))
        .startsWith("HTTP/1.1 400 ")
        .contains("Content-Type: application/json\r\n")
        .endsWith("{\"error\":\"This is not a complete mail address.\"}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{", "", "\"a@b.example\"", "{\"email\":{\"a\":1}}", "null"})
  void jsonOfAnotherShapeIsRefused(String json) {
    assertThat(site.post("/subscribe", JSON, json))
        .startsWith("HTTP/1.1 400 ")
        .contains("{\"error\":");
    assertThat(site.joined).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"frequency=weekly", "language=not_a_tag!", "frequency=EVERY"})
  void aWishThatCanNotBeMetIsRefused(String field) {
    assertThat(site.post("/subscribe", FORM, "email=a%40b.example&" + field))
        .startsWith("HTTP/1.1 400 ");
    assertThat(site.joined).isEmpty();
  }

  @Test
  void aProgramThatFillsEveryFieldIsThankedAndForgotten() {
    String person = site.post("/subscribe", FORM, "email=a%40b.example&subject=");
    String program = site.post("/subscribe", FORM, "email=c%40d.example&subject=Cheap");
    assertThat(person).startsWith("HTTP/1.1 200 OK\r\n");
    assertThat(withoutDate(program)).isEqualTo(withoutDate(person));
    assertThat(site.joined).hasSize(1).first().asString().startsWith("a@b.example");
  }

  @Test
  void tooManySignUpsFromOneCornerHaveToWait() {
    String from = "X-Forwarded-For: 203.0.113.7";
    for (int i = 0; i < 3; i++) {
      assertThat(site.post("/subscribe", FORM, "email=a" + i + "%40b.example", from))
          .startsWith("HTTP/1.1 200 ");
    }
    assertThat(site.post("/subscribe", FORM, "email=a4%40b.example", from))
        .startsWith("HTTP/1.1 429 ")
        .contains("Retry-After: 1201\r\n")
        .contains("A little later, please");
    assertThat(site.joined).hasSize(3);
    assertThat(
            site.post("/subscribe", FORM, "email=a5%40b.example", "X-Forwarded-For: 198.51.100.1"))
        .startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD"})
  void lookingAtALinkChangesNothing(String method) {
    site.holders.put("tok", Standing.PENDING);
    site.holders.put("tik", Standing.ACTIVE);
    assertThat(site.ask(method, "/confirm/tok"))
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("X-Robots-Tag: noindex, nofollow\r\n")
        .contains("Cache-Control: no-store\r\n");
    assertThat(site.ask(method, "/unsubscribe/tik")).startsWith("HTTP/1.1 200 OK\r\n");
    assertThat(site.acts).isEmpty();
  }

  @Test
  void aLinkShowsOneButtonThatActsWithoutAScript() {
    site.holders.put("tok", Standing.PENDING);
    assertThat(body(site.ask("GET", "/confirm/tok")))
        .containsOnlyOnce("<form method=\"post\"><button autofocus>")
        .doesNotContain("<script");
    site.holders.put("tik", Standing.ACTIVE);
    assertThat(body(site.ask("GET", "/unsubscribe/tik")))
        .containsOnlyOnce("<form method=\"post\"><button autofocus>");
  }

  @Test
  void theButtonConfirmsHoweverOftenItIsPressed() {
    site.holders.put("tok", Standing.PENDING);
    assertThat(body(site.post("/confirm/tok", FORM, ""))).contains("You are subscribed");
    assertThat(body(site.post("/confirm/tok", FORM, ""))).contains("You are subscribed");
    assertThat(body(site.ask("GET", "/confirm/tok"))).contains("You have confirmed already");
    assertThat(site.holders).containsEntry("tok", Standing.ACTIVE);
  }

  @ParameterizedTest
  @CsvSource({"EXPIRED, 410", "NOT_FOUND, 404", "SUPPRESSED, 200", "UNSUBSCRIBED, 200"})
  void aConfirmationLinkThatHelpsNoMoreSaysWhatToDo(Standing standing, int status) {
    site.holders.put("tok", standing);
    assertThat(site.ask("GET", "/confirm/tok"))
        .startsWith("HTTP/1.1 " + status + " ")
        .contains("<a href=\"../\">")
        .doesNotContain("<button");
  }

  @Test
  void oneClickOfAMailProgramLeavesAndMayComeAgain() {
    site.holders.put("tok", Standing.ACTIVE);
    for (int i = 0; i < 2; i++) {
      assertThat(site.post("/unsubscribe/tok", FORM, "List-Unsubscribe=One-Click"))
          .startsWith("HTTP/1.1 200 OK\r\n")
          .contains("Content-Type: text/plain; charset=utf-8\r\n")
          .doesNotContain("Set-Cookie")
          .doesNotContain("Location")
          .endsWith("No more letters will be sent to this address.\n");
    }
    assertThat(site.holders).containsEntry("tok", Standing.UNSUBSCRIBED);
  }

  @Test
  void oneClickMayComeInParts() {
    site.holders.put("tok", Standing.ACTIVE);
    String body =
        """
        --b
        Content-Disposition: form-data; name="List-Unsubscribe"

        One-Click
        --b--
        """;
    assertThat(site.post("/unsubscribe/tok", "multipart/form-data; boundary=b", body))
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("Content-Type: text/plain");
    assertThat(site.holders).containsEntry("tok", Standing.UNSUBSCRIBED);
  }

  @Test
  void theButtonOfTheLeavingPageLeaves() {
    site.holders.put("tok", Standing.ACTIVE);
    assertThat(body(site.post("/unsubscribe/tok", FORM, ""))).contains("You have left");
    assertThat(site.holders).containsEntry("tok", Standing.UNSUBSCRIBED);
  }

  @Test
  void aForgedTokenIsNotFound() {
    assertThat(site.ask("GET", "/unsubscribe/forged")).startsWith("HTTP/1.1 404 ");
    assertThat(site.post("/unsubscribe/forged", FORM, "List-Unsubscribe=One-Click"))
        .startsWith("HTTP/1.1 404 ");
    assertThat(site.post("/confirm/forged", FORM, "")).startsWith("HTTP/1.1 404 ");
  }

  @Test
  void anUnknownAddressLeadsHome() {
    assertThat(site.ask("GET", "/no/such/page"))
        .startsWith("HTTP/1.1 404 ")
        .contains("<a href=\"https://blog.example/\">");
    assertThat(site.ask("GET", "/favicon.ico")).startsWith("HTTP/1.1 404 ");
  }

  private static String withoutDate(String answer) {
    return answer.replaceAll("Date: .*\r\n", "");
  }
}
