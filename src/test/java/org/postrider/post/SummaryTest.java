package org.postrider.post;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SummaryTest {
  private static final String LONG = "This paragraph is long enough to stand as a summary of all.";

  @Test
  void theDescriptionIsKeptButForWhiteSpace() {
    assertThat(summary("description: >\n  One <b>two</b>\n  three …\n", "Text."))
        .isEqualTo("One <b>two</b> three …");
    assertThat(summary("description: ''\n", LONG)).isEqualTo(LONG);
    assertThat(summary("description:\n", LONG)).isEqualTo(LONG);
  }

  @Test
  void theExcerptKeyComesNext() {
    assertThat(summary("excerpt: <p>One &amp; two</p>\n", LONG)).isEqualTo("One & two");
  }

  @Test
  void headingsImagesAndCodeAreNoExcerpt() {
    String body =
        "<!-- a comment -->\n\n# Head\n\n![img](/x.png)\n\n```\ncode that is long enough to be"
            + " chosen, were it text\n\nx\n```\n\nShort.\n\n## H2\n"
            + LONG.replace(" is ", "\nis ");

    assertThat(summary("", body)).isEqualTo(LONG);
    assertThat(summary("", body.replace("\n", "\r\n"))).isEqualTo(LONG);
  }

  @Test
  void markupAndFootnotesAreGoneFromIt() {
    String body =
        "A [link][1] and **bold** text[^1] with `code` & more of the same kind.\n\n[1]: /x\n";

    assertThat(summary("", body))
        .isEqualTo("A link and bold text with code & more of the same kind.");
  }

  @Test
  void aSeparatorOfItsOwnEndsIt() {
    assertThat(summary("excerpt_separator: <!--more-->\n", "One.\n\nTwo.\n<!--more-->\n" + LONG))
        .isEqualTo("One. Two.");
    assertThat(summary("excerpt_separator: ''\n", LONG)).isEmpty();
  }

  @Test
  void chineseLinesJoinWithoutBlanks() {
    String line = "春天的时候我们沿着河走了很久很久直到天黑才回到家里";

    assertThat(summary("", line + "\n" + line + "。\n")).isEqualTo(line + line + "。");
  }

  @Test
  void anHtmlPostGivesItsFirstLongParagraph() {
    Post post =
        Sites.post(
            Sites.jekyll(),
            "_posts/2023-05-05-x.html",
            "---\ntitle: x\n---\n<p>Short</p><script>var x</script><p>" + LONG + "</p>");

    assertThat(post.summary()).isEqualTo(LONG);
  }

  private static String summary(String yaml, String body) {
    return Sites.post("---\ntitle: x\n" + yaml + "---\n" + body).summary();
  }
}
