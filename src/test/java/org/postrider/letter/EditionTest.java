package org.postrider.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postrider.token.Purpose;
import org.postrider.token.Tokens;

class EditionTest {

  private static final Pattern LEAVE =
      Pattern.compile("https://letters\\.blog\\.example/unsubscribe/([A-Za-z0-9_-]+)");
  private static final Pattern CONFIRM =
      Pattern.compile("https://letters\\.blog\\.example/confirm/([A-Za-z0-9_-]+)");

  static List<Edition> editions() {
    List<Edition> editions = new ArrayList<>();
    editions.add(LetterFixture.essay());
    editions.add(LetterFixture.chinese());
    for (Edition.Kind kind : Edition.Kind.values()) {
      if (kind != Edition.Kind.ESSAY) {
        editions.add(LetterFixture.press().service(kind, LetterFixture.BLOG, "en"));
        editions.add(LetterFixture.press().service(kind, LetterFixture.BLOG, "zh-CN"));
      }
    }
    return editions;
  }

  @ParameterizedTest
  @MethodSource("editions")
  void aLetterKeepsTheLimitsOfTheWire(Edition edition) {
    byte[] bytes = LetterFixture.writer().write(edition, LetterFixture.ann()).bytes();

    for (int i = 0; i < bytes.length; i++) {
      assertThat(bytes[i]).as("7-bit at %d", i).isPositive();
      if (bytes[i] == '\n') {
        assertThat(bytes[i - 1]).as("before LF at %d", i).isEqualTo((byte) '\r');
      }
      if (bytes[i] == '\r') {
        assertThat(bytes[i + 1]).as("after CR at %d", i).isEqualTo((byte) '\n');
      }
    }
    String[] halves = ascii(bytes).split("\r\n\r\n", 2);
    assertThat(halves[0].split("\r\n"))
        .allMatch(line -> line.length() <= 78 || line.contains(" <https://"));
    assertThat(halves[1].split("\r\n")).allMatch(line -> line.length() <= 76);
    assertThat(ascii(bytes)).endsWith("--\r\n");
  }

  @ParameterizedTest
  @MethodSource("editions")
  void everyHoleIsFilledWithTheReadersToken(Edition edition) {
    Tokens tokens = LetterFixture.tokens();
    for (Addressee reader : List.of(LetterFixture.ann(), LetterFixture.bob())) {
      LetterParts parts = parts(LetterFixture.writer().write(edition, reader));
      String leave = tokens.sign(Purpose.UNSUBSCRIBE, reader.readerId(), reader.date());
      String confirm = tokens.sign(Purpose.CONFIRM, reader.readerId(), reader.date());

      String all = String.join("\n", parts.text(), parts.html(), parts.header("List-Unsubscribe"));

      assertThat(found(LEAVE, all)).isNotEmpty().containsOnly(leave);
      assertThat(found(CONFIRM, all)).allMatch(confirm::equals);
      int links = found(LEAVE, parts.html()).size() + found(LEAVE, parts.text()).size();
      links += found(CONFIRM, parts.html()).size() + found(CONFIRM, parts.text()).size();
      assertThat(edition.holes()).hasSize(links);
    }
  }

  @ParameterizedTest
  @MethodSource("editions")
  void theSameAddresseeGetsTheSameBytesAlsoFromTheStoredForm(Edition edition) {
    Edition again = Edition.of(edition.stored());

    assertThat(again.fingerprint()).isEqualTo(edition.fingerprint());
    assertThat(again.kind()).isEqualTo(edition.kind());
    assertThat(again.subject()).isEqualTo(edition.subject());
    assertThat(LetterFixture.writer().write(again, LetterFixture.ann()).bytes())
        .isEqualTo(LetterFixture.writer().write(edition, LetterFixture.ann()).bytes());
  }

  @ParameterizedTest
  @MethodSource("editions")
  void twoReadersLettersDifferOnlyInTheirOwnLinesAndTokens(Edition edition) {
    String ann = withoutOwn(edition, LetterFixture.ann());
    String bob = withoutOwn(edition, LetterFixture.bob());

    assertThat(ann).isEqualTo(bob);
  }

  @Test
  void theSameEssayGivesTheSameEdition() {
    assertThat(LetterFixture.essay().stored()).isEqualTo(LetterFixture.essay().stored());
    assertThat(LetterFixture.essay().fingerprint())
        .isNotEqualTo(LetterFixture.chinese().fingerprint());
  }

  @Test
  void anotherOccasionIsAnotherMessage() {
    Edition edition = LetterFixture.press().service(Edition.Kind.CONFIRM, LetterFixture.BLOG, "en");
    Addressee first = LetterFixture.ann();
    Addressee second = new Addressee(first.readerId(), first.address(), "2", first.date());

    assertThat(LetterFixture.writer().write(edition, second).messageId())
        .isNotEqualTo(LetterFixture.writer().write(edition, first).messageId())
        .matches("<[0-9a-f]{32}@blog\\.example>");
  }

  @Test
  void aLetterThatIsMostlyChineseTravelsInBase64() {
    String chinese = ascii(LetterFixture.chinese().body());
    assertThat(chinese).contains("Content-Transfer-Encoding: base64");
    assertThat(ascii(LetterFixture.essay().body())).doesNotContain("base64");
  }

  @Test
  void tokensFitWhereverTheyFallInBase64() {
    for (int before = 0; before < 120; before++) {
      MimeBody body = new MimeBody(Map.of(Purpose.CONFIRM, "m".repeat(40)), "b");
      String text = "字".repeat(60) + "x".repeat(before) + "m".repeat(40);
      body.write(text, text + "y");
      Edition edition =
          new Edition(
              Edition.Kind.CONFIRM,
              "s",
              "Content-Type: multipart/alternative; boundary=b\r\n"
                  .getBytes(StandardCharsets.US_ASCII),
              body.bytes(),
              body.holes());
      String token = "0123456789abcdefghijABCDEFGHIJ-_01234567".substring(0, 40);
      byte[] filled =
          edition.fill(
              new byte[0], Map.of(Purpose.CONFIRM, token.getBytes(StandardCharsets.US_ASCII)));

      LetterParts parts = LetterParts.of(filled);

      assertThat(parts.text()).isEqualTo(text.replace("m".repeat(40), token) + "\r\n");
      assertThat(parts.html()).isEqualTo(text.replace("m".repeat(40), token) + "y\r\n");
    }
  }

  @Test
  void damagedStoredFormsAreRefusedWithASentence() {
    byte[] stored = LetterFixture.essay().stored();

    assertThatThrownBy(() -> Edition.of(Arrays.copyOf(stored, stored.length / 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("damaged");
    stored[3]++;
    assertThatThrownBy(() -> Edition.of(stored)).hasMessageContaining("version 1");
  }

  private static String withoutOwn(Edition edition, Addressee reader) {
    byte[] stored = LetterFixture.writer().write(edition, reader).bytes();
    LetterParts parts = LetterParts.of(stored);
    List<String> common =
        parts.headers().stream()
            .filter(line -> !line.matches("(?s)(To|Message-ID|List-Unsubscribe): .*"))
            .toList();
    String all = common + parts.text() + parts.html();
    return CONFIRM.matcher(LEAVE.matcher(all).replaceAll("LEAVE")).replaceAll("CONFIRM");
  }

  private static List<String> found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    List<String> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static LetterParts parts(Letter letter) {
    return LetterParts.of(letter.bytes());
  }

  private static String ascii(byte[] bytes) {
    return new String(bytes, StandardCharsets.US_ASCII);
  }
}
