package org.postrider.letter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Plain words",
        "Été à la rivière, où les moulins tournent toujours très lentement malgré l'âge",
        "沿着河慢慢走，走到磨坊为止，再从磨坊慢慢走回来，一路上什么也不说，只听水声和风声",
        "Family 👨‍👩‍👧‍👦 and flags 🇳🇴 and thumbs 👍🏽 repeated 👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦",
        "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301",
        "=?utf-8?Q?not_really?=",
        "AVeryLongWordWithoutAnyBlankThatNoLineCouldEverHoldInOneEightyCharacterPieceAtAllReally"
      })
  void aSubjectSurvivesItsEncodingWordByWord(String subject) throws Exception {
    String line = lines(new Headers().addText("Subject", subject));

    assertThat(line.split("\r\n")).allMatch(part -> part.length() <= 78);
    String value = MimeUtility.unfold(line.substring("Subject: ".length()).stripTrailing());
    assertThat(MimeUtility.decodeText(value)).isEqualTo(subject);
    for (String word : value.split(" ")) {
      if (word.startsWith("=?")) {
        assertThat(word).hasSizeLessThanOrEqualTo(75);
        String alone = MimeUtility.decodeWord(word);
        assertThat(alone).doesNotContain("\uFFFD");
        assertThat(Character.getType(alone.codePointAt(0)))
            .isNotEqualTo((int) Character.NON_SPACING_MARK);
      }
    }
  }

  @Test
  void mostlyLatinTextIsHalfReadableAndChineseIsBase64() {
    assertThat(lines(new Headers().addText("Subject", "Été")).strip())
        .isEqualTo("Subject: =?utf-8?B?w4l0w6k=?=");
    assertThat(lines(new Headers().addText("Subject", "Letters from the café")))
        .startsWith("Subject: =?utf-8?Q?Letters_from_the_caf=C3=A9?=");
    assertThat(lines(new Headers().addText("Subject", "河水"))).contains("?B?");
  }

  @Test
  void aHeapOfCombiningMarksIsStillCutIntoWords() {
    String heap = "a" + "\u0301".repeat(300);

    assertThat(EncodedWords.of(heap, 9)).allMatch(word -> word.length() <= 75);
  }

  @Test
  void noValueBeginsAnotherHeader() {
    String header =
        lines(
            new Headers()
                .add("A", "x\r\nB: y")
                .addText("C", "x\nD: y")
                .addNamed("E", "x\r\nF: y", "a@b\r\nG: z")
                .addUri("H", "https://x/\r\nI: z"));

    assertThat(header.lines().map(line -> line.substring(0, 2)))
        .containsExactly("A:", "C:", "E:", "H:");
  }

  @Test
  void aDisplayNameIsQuotedWhereItMustBe() {
    assertThat(lines(new Headers().addNamed("From", "Ann (\"A\") Walker, Dr.", "a@b.example")))
        .isEqualTo("From: \"Ann (\\\"A\\\") Walker, Dr.\" <a@b.example>\r\n");
  }

  @Test
  void aDomainIsWrittenInALabels() {
    assertThat(Headers.withAsciiDomain("ann@müller.example"))
        .isEqualTo("ann@xn--mller-kva.example");
  }

  @Test
  void quotedPrintableKeepsHolesAndCharactersWhole() {
    String mark = "m".repeat(40);
    String text = "é".repeat(30) + "=" + mark + "x".repeat(70) + mark + " \n.dot\nFrom me \nend\t";

    QuotedPrintable encoding = QuotedPrintable.encode(text, List.of(mark));

    String encoded = new String(encoding.bytes(), StandardCharsets.US_ASCII);
    assertThat(encoded.split("\r\n")).allMatch(line -> line.length() <= 76);
    assertThat(encoding.holes()).hasSize(2);
    assertThat(encoding.holes()).allMatch(at -> encoded.startsWith(mark, at));
    assertThat(encoded).contains("=20\r\n=2Edot\r\n=46rom me=20\r\nend=09");
    assertThat(encoded.replaceAll("=\r\n", "")).contains("=C3=A9".repeat(30) + "=3D" + mark);
    assertThat(encoded).doesNotContain("=C3=\r\n");
  }

  private static String lines(Headers headers) {
    return new String(headers.bytes(), StandardCharsets.UTF_8);
  }
}
