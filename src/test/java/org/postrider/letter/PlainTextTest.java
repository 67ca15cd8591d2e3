package org.postrider.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

  @Test
  void anEssayReadsWellAsText() {
    assertThat(text(LetterFixture.ESSAY))
        .isEqualTo(
            """
            The river turns twice before the mill, and _both_ turns are *slow*. I
            walked it with a map [1] and a thermos.[^1]

            The mill
            --------

            Its wheel is gone; the race still runs:

                def flow(depth):
                    # metres per second
                    return 0.6 * depth ** 0.5

            > Whoever mends the weir owns the water, says the old law.

            [The mill in May]

            Measured
            ~~~~~~~~

            Place  Depth
            -----  -----
            Weir   1.2 m
            磨坊   0.4 m

            - boots
            - a map
              - the old one
            - ☑ bread

            A line of Chinese: 河水在磨坊前转了两个弯，两个弯都很慢。

            *The law*

            It is from 1721.

            ▶ The weir in flood [2]

            * * *

            [^1] Tea, not coffee.

            [1] https://maps.example/river
            [2] https://video.example/v/1""");
  }

  @Test
  void linesKeepToTheWidthAndChineseCountsDouble() {
    String latin = "word ".repeat(100);
    String chinese = "河水在磨坊前转了两个弯，".repeat(20);

    assertThat(text("<p>" + latin + "</p>").lines()).allMatch(line -> line.length() <= 74);
    assertThat(text("<p>" + chinese + "</p>").lines())
        .allMatch(line -> TextWrap.width(line) <= 76 && !line.startsWith("，"));
    assertThat(text("<p>" + chinese + "</p>").replace("\n", "")).isEqualTo(chinese);
  }

  @Test
  void linksAreListedOnceAndBareOnesNotAtAll() {
    String html =
        "<p><a href='https://a.example/'>one</a> <a href='https://a.example/'>two</a> "
            + "<a href='https://b.example/'>https://b.example/</a></p>";

    assertThat(text(html))
        .isEqualTo("one [1] two [1] https://b.example/\n\n[1] https://a.example/");
  }

  @Test
  void codeKeepsItsBlanksAndLongLines() {
    String code = "if x:\n\n\tlong" + "_".repeat(120) + "\n    end";

    assertThat(text("<pre><code>" + code + "</code></pre>"))
        .isEqualTo("    if x:\n\n        long" + "_".repeat(120) + "\n        end");
  }

  @Test
  void aTableTooWideForThePageBecomesAListOfItsRows() {
    String cell = "a rather long cell of a table";
    String row = "<tr>" + ("<td>" + cell + "</td>").repeat(3) + "</tr>";
    String head = "<tr><th>A</th><th>B</th><th>C</th></tr>";

    assertThat(text("<table>" + head + row + row + "</table>"))
        .startsWith("A: " + cell + "\nB: " + cell + "\nC: " + cell + "\n\nA: ");
  }

  @Test
  void listsKeepTheirNumbersAndNesting() {
    String html =
        "<ol start=3><li>three<ul><li>inner <em>x</em></li></ul></li><li>four</li></ol>"
            + "<dl><dt>Term</dt><dd>what it means</dd></dl>";

    assertThat(text(html))
        .isEqualTo("3. three\n   - inner _x_\n4. four\n\nTerm\n    what it means");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1<em>d</em> and <em>n</em>th|1d and nth
          <b>un</b>believable, <code>x</code><i>y</i>|unbelievable, `x`y
          (<em>so</em>), <em>so</em>.|(_so_), _so_.
          <span>a<b><i>b</i></b></span>c|abc
          <p id="n"><em>so</em><sup><a href="#n">1</a></sup></p>|_so_[^1]
          a<br><em>b</em><br>c|a⏎_b_⏎c
          他<em>很</em>慢，<b>很慢</b>。|他_很_慢，*很慢*。
          <b>Note</b><p>that</p>|*Note*⏎⏎that
          """)
  void emphasisIsMarkedWhereItDoesNotPartAWord(String html, String expected) {
    assertThat(text(html).replace("\n", "⏎")).isEqualTo(expected);
  }

  @Test
  void mathematicsStaysAsTex() {
    assertThat(text("<p>so <script type='math/tex'>x^2 < 3</script> holds</p>"))
        .isEqualTo("so x^2 < 3 holds");
    assertThat(
            text(
                "<p>so <span class='math inline'>\\(c\\)</span>:</p>"
                    + "<div class='math display'>\\[\nx = 1 \\\\[2pt]\n  y\n\\]</div><p>holds</p>"))
        .isEqualTo("so c:\n\n    x = 1 \\\\[2pt]\n      y\n\nholds");
  }

  private static String text(String html) {
    URI url = URI.create("https://blog.example/2025/river/");
    return PlainText.of(EssayHtml.simplify(html, url).body()).toString();
  }
}
