package org.postrider.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CssInlinerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          p { color: red } p { color: blue }|color:blue;
          .a { color: red } p { color: blue }|color:red;
          #i { color: red } .a.b { color: blue }|color:red;
          div > p { color: red } p { color: blue }|color:red;
          p { color: red !important } #i { color: blue }|color:red !important;
          p { margin-top: 1px } .a { margin: 2px }|margin-top:1px;margin:2px;
          p[title=t] { color: red } .x { color: blue }|color:red;
          p:first-child { color: red }|color:red;
          p::marker { color: red }|''
          """)
  void theMoreSpecificRuleWins(String css, String expected) {
    Document page = inlined(css, "<div><p id=i class='a b' title=t>x</p></div>");

    assertThat(page.selectFirst("p").attr("style")).isEqualTo(expected);
  }

  @Test
  void anElementsOwnStyleGoesBeforeRules() {
    Document page = inlined("p { color: red; margin: 0 }", "<p style='color: green'>x</p>");

    assertThat(page.selectFirst("p").attr("style")).isEqualTo("margin:0;color:green;");
  }

  @Test
  void whatCannotBeInlinedStays() {
    Document page =
        inlined(
            "p { color: red } a:hover { color: blue } @media (max-width: 9px) { p { color: pink } }",
            "<p>x</p>");

    assertThat(page.selectFirst("style").data())
        .contains("a:hover{color:blue", "@media", "pink")
        .doesNotContain("red");
  }

  @Test
  void rulesThatNobodyUnderstandsHarmNothing() {
    Document page = inlined("p { color: red } }}} ??? { : ; } ", "<p>x</p>");

    assertThat(page.selectFirst("p").text()).isEqualTo("x");
  }

  private static Document inlined(String css, String body) {
    return Jsoup.parse(
        CssInliner.inline("<html><head><style>" + css + "</style></head><body>" + body));
  }
}
