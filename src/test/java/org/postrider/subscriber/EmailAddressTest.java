package org.postrider.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @ParameterizedTest
  @CsvSource({
    "ann@blog.example, ann@blog.example",
    "Ann+essays@BLOG.Example, Ann+essays@blog.example",
    "IRIS@MAIL.INFO.EXAMPLE, IRIS@mail.info.example",
    "'\u00a0 \u200bann@blog.example\ufeff\t', ann@blog.example",
    "o'neil/x=1@blog.example, o'neil/x=1@blog.example",
    "ann@bücher.example, ann@xn--bcher-kva.example",
    "ann@BÜCHER.example, ann@xn--bcher-kva.example",
    "ann@例子.测试, ann@xn--fsqu00a.xn--0zwm56d",
    "ann@blog。example, ann@blog.example",
    "ann@blog.example., ann@blog.example",
    "用户@blog.example, 用户@blog.example",
    "jose\u0301@blog.example, jos\u00e9@blog.example",
    "a@b.co, a@b.co",
    "ann@1.example, ann@1.example",
  })
  void anAddressIsNormalised(String text, String normalised) {
    assertThat(EmailAddress.parse(text)).map(EmailAddress::text).contains(normalised);
    assertThat(EmailAddress.parse(normalised)).map(EmailAddress::text).contains(normalised);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "ann",
        "@blog.example",
        "ann@",
        "ann@localhost",
        "ann@bob@blog.example",
        "ann smith@blog.example",
        "Ann <ann@blog.example>",
        "<ann@blog.example>",
        "\"ann\"@blog.example",
        "ann@blog.example, bob@blog.example",
        "ann@blog.example\r\nBcc: bob@blog.example",
        "ann\u0000@blog.example",
        "ann\u202e@blog.example",
        "ann\u00ad@blog.example",
        "a\u2028b@blog.example",
        "ann\ufffd@blog.example",
        "\ud800@blog.example",
        ".ann@blog.example",
        "ann.@blog.example",
        "a..n@blog.example",
        "ann@blog..example",
        "ann@.example",
        "ann@-blog.example",
        "ann@blog-.example",
        "ann@blog_x.example",
        "ann@blog.example..",
        "ann@[192.0.2.1]",
        "ann@192.0.2.1",
        "ann@faß.example",
        "ann@blog.example/x",
      })
  void whatIsNoAddressIsRefused(String text) {
    assertThat(EmailAddress.parse(text)).isEmpty();
  }

  @Test
  void theLimitsAreCountedInOctets() {
    assertThat(EmailAddress.parse("a".repeat(64) + "@blog.example")).isPresent();
    assertThat(EmailAddress.parse("a".repeat(65) + "@blog.example")).isEmpty();
    assertThat(EmailAddress.parse("é".repeat(33) + "@blog.example")).isEmpty();
    String domain = ("d".repeat(61) + ".").repeat(3) + "example";
    assertThat(EmailAddress.parse("a".repeat(60) + "@" + domain)).isPresent();
    assertThat(EmailAddress.parse("a".repeat(62) + "@" + domain)).isEmpty();
    assertThat(EmailAddress.parse("a@" + "d".repeat(64) + ".example")).isEmpty();
    assertThat(EmailAddress.parse("a".repeat(5_000_000) + "@blog.example")).isEmpty();
  }

  @Test
  void twoSpellingsAreOneReader() {
    assertThat(key("Iris@Blog.Example")).isEqualTo(key("iris@blog.example"));
    assertThat(key("ann+a@blog.example")).isNotEqualTo(key("ann@blog.example"));
    assertThat(EmailAddress.parse("ann@blog.example"))
        .map(EmailAddress::domain)
        .contains("blog.example");
  }

  @Test
  void noAddressCanCarryAHeaderLine() {
    assertThatThrownBy(() -> new EmailAddress("ann@blog.example\r\nBcc: bob@blog.example"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new EmailAddress("ann@blog.example>,<bob"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Optional<String> key(String text) {
    return EmailAddress.parse(text).map(EmailAddress::key);
  }
}
