package org.postrider.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postrider.token.Purpose;

class EditionPressTest {

  private static final Path GOLDEN = Path.of("src/test/resources/letters");

  @ParameterizedTest
  @CsvSource({
    "essay, ESSAY, en",
    "essay-zh, ESSAY, zh",
    "confirm, CONFIRM, en",
    "confirm-zh, CONFIRM, zh-CN",
    "welcome, WELCOME, en",
    "goodbye, GOODBYE, en",
    "goodbye-zh, GOODBYE, zh"
  })
  void theShippedTemplatesGiveTheseLetters(String file, Edition.Kind kind, String language)
      throws Exception {
    Edition edition = LetterFixture.chinese();
    if (kind != Edition.Kind.ESSAY) {
      edition = LetterFixture.press().service(kind, LetterFixture.BLOG, language);
    } else if (language.equals("en")) {
      edition = LetterFixture.essay();
    }
    // Tokens and their hashes are the signer's business: the letter is compared before it is
    // filled.
    String letter = new String(edition.fill(new byte[0], blanks()), StandardCharsets.US_ASCII);

    Path golden = GOLDEN.resolve(file + ".eml");
    if (Boolean.getBoolean("postrider.golden.write")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, letter);
    }
    assertThat(letter).isEqualTo(Files.readString(golden));
  }

  @Test
  void anEssayCarriesTheHeadersOfAMailingList() {
    LetterParts letter = parts(LetterFixture.essay());

    assertThat(letter.headers())
        .contains(
            "Date: Mon, 05 May 2025 08:00:03 +0000",
            "To: ann@readers.example",
            "From: Long Walks <letters@blog.example>",
            "Reply-To: Änn Wälker <ann@blog.example>",
            "Subject: Along the river, slowly",
            "MIME-Version: 1.0",
            "Content-Language: en",
            "List-Id: Long Walks <letters.blog.example>",
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
            "List-Archive: <https://blog.example/>",
            "Archived-At: <https://blog.example/2025/river/>",
            "Auto-Submitted: auto-generated",
            "Precedence: bulk",
            "X-Auto-Response-Suppress: OOF, AutoReply");
  }

  @Test
  void aConfirmationIsNoBulkMailAndHoldsTheBareLinkOnce() {
    Edition edition = LetterFixture.press().service(Edition.Kind.CONFIRM, LetterFixture.BLOG, "");
    LetterParts letter = parts(edition);

    assertThat(letter.header("Precedence")).isEmpty();
    assertThat(letter.header("List-Unsubscribe")).isNotEmpty();
    assertThat(letter.text())
        .containsPattern("(?m)^https://letters\\.blog\\.example/confirm/[A-Za-z0-9_-]{40}\r?$");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void whoLeftByMistakeFindsTheSignUpPage(String language) {
    Edition edition =
        LetterFixture.press().service(Edition.Kind.GOODBYE, LetterFixture.BLOG, language);

    assertThat(parts(edition).text()).containsPattern("(?m)^https://letters\\.blog\\.example/\r?$");
    assertThat(Jsoup.parse(parts(edition).html()).select("a").eachAttr("href"))
        .contains("https://letters.blog.example/");
  }

  @ParameterizedTest
  @CsvSource({
    "zh, 请确认订阅《Long Walks》",
    "zh-Hant-TW, 请确认订阅《Long Walks》",
    "fr, Please confirm your subscription to Long Walks",
    "'', Please confirm your subscription to Long Walks"
  })
  void aReaderIsWrittenToInTheirLanguageWhereThereIsATemplate(String language, String subject) {
    Edition edition =
        LetterFixture.press().service(Edition.Kind.CONFIRM, LetterFixture.BLOG, language);

    assertThat(edition.subject()).isEqualTo(subject);
  }

  @Test
  void aTitleCanNeitherAddHeadersNorBreakTheLayout() {
    String title = "Evil\r\nBcc: victim@x.example\r\n\r\n<b>bold</b> \u0000" + "long ".repeat(100);
    Edition edition =
        LetterFixture.press()
            .essay(LetterFixture.BLOG, LetterFixture.post(title, "en"), "<p>x</p>");
    LetterParts letter = parts(edition);

    assertThat(letter.headers()).noneMatch(line -> line.startsWith("Bcc"));
    assertThat(letter.header("Subject")).startsWith("Evil Bcc: victim@x.example <b>bold</b> long");
    assertThat(edition.subject()).hasSizeLessThanOrEqualTo(200).endsWith("…");
    assertThat(Jsoup.parse(letter.html()).select("h1 b")).isEmpty();
  }

  @Test
  void anEssaysDateIsShownInTheBlogsZone() {
    assertThat(parts(LetterFixture.essay()).text()).contains("Ann Walker, 5 May 2025");
    assertThat(parts(LetterFixture.chinese()).text()).contains("2025年5月5日");
  }

  @Test
  void stylesAreWrittenOntoTheElements() {
    Document letter = Jsoup.parse(parts(LetterFixture.essay()).html());

    assertThat(letter.selectFirst(".essay pre").attr("style")).contains("white-space:pre-wrap");
    assertThat(letter.selectFirst("td.body").attr("style"))
        .contains("font-size:18px", "Georgia", "background-color:#fffdf9");
    assertThat(letter.select("style")).hasSize(1);
    assertThat(letter.selectFirst("style").data()).contains("prefers-color-scheme", "color-scheme");
    assertThat(letter.select(".preheader")).hasSize(1);
  }

  @Test
  void nothingInALetterRunsOrLoadsFromElsewhere() {
    String html =
        "<script>x()</script><p onclick='x()'><a href='javascript:x()'>a</a></p><svg></svg>"
            + "<form action='/x'><button>b</button></form><picture><source srcset='a.webp'>"
            + "<img src='a.jpg'></picture><link rel=stylesheet href=x.css>";
    Document letter =
        Jsoup.parse(
            parts(
                    LetterFixture.press()
                        .essay(LetterFixture.BLOG, LetterFixture.post("x", "en"), html))
                .html());

    assertThat(letter.select("script,svg,form,button,picture,source,link,[onclick],[srcset]"))
        .isEmpty();
    assertThat(letter.select("a[href^=javascript]")).isEmpty();
    assertThat(letter.select("img").attr("src")).isEqualTo("https://blog.example/2025/river/a.jpg");
  }

  private static Map<Purpose, byte[]> blanks() {
    byte[] blank = "T".repeat(40).getBytes(StandardCharsets.US_ASCII);
    return Map.of(Purpose.CONFIRM, blank, Purpose.UNSUBSCRIBE, blank);
  }

  private static LetterParts parts(Edition edition) {
    return LetterParts.of(LetterFixture.writer().write(edition, LetterFixture.ann()).bytes());
  }
}
