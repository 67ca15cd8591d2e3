package org.postrider.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PostRendererTest {
  private final PostRenderer renderer = new PostRenderer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [a](b)                     | https://blog.example/blog/2023/long-walk/b
          [a](../c.html)             | https://blog.example/blog/2023/c.html
          [a](../../../../../x)      | https://blog.example/x
          [a](/assets/x.pdf)         | https://blog.example/assets/x.pdf
          [a](//cdn.example/x)       | https://cdn.example/x
          [a](#part)                 | https://blog.example/blog/2023/long-walk/#part
          [a](?p=1)                  | https://blog.example/blog/2023/long-walk/?p=1
          [a](www.x.example/y)       | https://www.x.example/y
          [a](https://x.example/散)  | https://x.example/%E6%95%A3
          [a](https://x.example/a\u200Bb) | https://x.example/ab
          [a](mailto:a@b.example)    | mailto:a@b.example
          [a](a b.html)              | https://blog.example/blog/2023/long-walk/a%20b.html
          [a](https://x.example/%41%zz) | https://x.example/%41%25zz
          """)
  void everyLinkIsAbsolute(String markdown, String url) {
    assertThat(html(markdown.replace("\\u200B", "\u200B")))
        .isEqualTo("<p><a href=\"" + url + "\">a</a></p>");
  }

  @Test
  void imagesAndMediaAreAbsoluteToo() {
    assertThat(html("<img src=\"/a.png\" srcset=\"/a.webp 400w, b.webp 2x,//c/d.png\" onerror=x>"))
        .contains(
            "<img src=\"https://blog.example/a.png\" srcset=\"https://blog.example/a.webp 400w,"
                + " https://blog.example/blog/2023/long-walk/b.webp 2x, https://c/d.png\">");
    assertThat(html("<img src=\"data:image/gif;base64,R0\" data-src=\"/real.png\" alt=\"x\">"))
        .contains("<img src=\"https://blog.example/real.png\" alt=\"x\">");
    assertThat(html("<video poster=\"/p.png\" controls><source src=\"v.mp4\"></video>"))
        .contains(
            "poster=\"https://blog.example/p.png\"",
            "<source src=\"https://blog.example/blog/2023/long-walk/v.mp4\">");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <script>x</script>a                               | a
          <style>p{}</style>a                               | a
          <a href="java&#10;script:x">a</a>                 | <a>a</a>
          <a href=" JavaScript:x">a</a>                     | <a>a</a>
          <a href="data:text/html,x">a</a>                  | <a>a</a>
          <img src="vbscript:x">                            | <img>
          <b onclick="x" style="color: red; position: fixed; top: 0">a</b> | <b style="color: red">a</b>
          <form action="/x">b<input></form>a                | a
          <object data="x">b</object><embed src="x">a       | a
          <svg><a xlink:href="javascript:x">b</a></svg>a    | a
          <iframe src="//v.example/1" title="T"></iframe>   | <a href="https://v.example/1">T</a>
          <iframe srcdoc="<script>"></iframe>a              | a
          <meta http-equiv="refresh" content="0">a          | a
          <d-cite key="k">a</d-cite>                        | a
          <!-- ]]> -->a                                     | a
          <b style="background: url(/x)">a</b>              | <b>a</b>
          <math><mi onclick="x">a</mi></math>               | <math><mi>a</mi></math>
          &#8;a&#xFFFE;&nbsp;&amp;&#xD800;                  | a&nbsp;&amp;
          """)
  void nothingThatRunsOrMovesIsLeft(String source, String safe) {
    Post post =
        Sites.post(
            Sites.jekyll(), "_posts/2023-05-05-long-walk.html", "---\ntitle: x\n---\n" + source);

    assertThat(renderer.html(post)).isEqualTo(safe.replace("&nbsp;", "&#xa0;"));
  }

  @Test
  void preformattedTextIsKeptExactly() {
    assertThat(html("```js {1,2}\n\tif (a < b && c) {\n\n  x\n}\n```\n"))
        .isEqualTo(
            "<pre><code class=\"language-js\">\tif (a &lt; b &amp;&amp; c) {\n\n  x\n}\n</code></pre>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
          **重点。**接着     | <strong>重点。</strong>接着
          他说**“好”**了    | 他说<strong>“好”</strong>了
          **a.**b           | <strong>a.</strong>b
          a * b * c         | a * b * c
          *a* and **b**     | <em>a</em> and <strong>b</strong>
          ~~gone~~          | <del>gone</del>
          the set {a, b} {x} | the set {a, b} {x}
          http://a.example/c。后面 | <a href="http://a.example/c">http://a.example/c</a>。后面
          see www.a.example， and | see <a href="http://www.a.example">www.a.example</a>， and
          in $$x_1*y*z<2\\,$$ we | in <span class="math inline">\\(x_1*y*z&lt;2\\,\\)</span> we
          in \\(a_b*c*\\) we | in <span class="math inline">\\(a_b*c*\\)</span> we
          `$$x$$` and $5 $$ | <code>$$x$$</code> and $5 $$
          """)
  void textIsMarkedUpAsTheSiteDoes(String markdown, String html) {
    String source = markdown.replace("\\\\", "\\");
    assertThat(html(source)).isEqualTo("<p>" + html.replace("\\\\", "\\") + "</p>");
  }

  @Test
  void aMarkThatStandsForNoFormulaIsText() {
    assertThat(html("$$x$$ &#xF8F0;7&#xF8F1; &#xF8F0;99999999999&#xF8F1;"))
        .contains("\\(x\\)", "\uF8F07\uF8F1", "\uF8F099999999999\uF8F1");
  }

  @Test
  void mathematicsOfItsOwnParagraphIsDisplayed() {
    String tex = "\n\\begin{aligned}\na &= b \\\\\n\n- c &< *d*\n\\end{aligned}\n";

    assertThat(html("Text:\n\n$$" + tex + "$$\n\nmore"))
        .contains(
            "<div class=\"math display\">\\["
                + tex.replace("&", "&amp;").replace("<", "&lt;")
                + "\\]</div>",
            "<p>more</p>");
  }

  @Test
  void theUsualExtensionsWork() {
    assertThat(html("|a|b|\n|-|-|\n|1|2|\n")).contains("<table>", "<td>2</td>");
    assertThat(html("para\n- a\n2. b\n")).contains("<ul>", "<ol start=\"2\">");
    assertThat(html("- [x] a\n- [ ] b\n")).contains("☑", "☐").doesNotContain("input");
    assertThat(html("x[^1]\n\n[^1]: note\n"))
        .contains("note", "https://blog.example/blog/2023/long-walk/#fn");
    assertThat(html("Term\n: meaning\n")).contains("<dt>Term</dt>", "<dd>meaning</dd>");
    assertThat(html("The HTML\n\n*[HTML]: Markup\n"))
        .contains("<abbr title=\"Markup\">HTML</abbr>");
    assertThat(html("# 标题 Head {#own}\n\n## Two words\n"))
        .contains("id=\"own\"", "id=\"two-words\"");
    assertThat(html("text\n{: .note #n}\n\n![i](x.png){:width=\"9\"}\n"))
        .contains("<p class=\"note\" id=\"n\">text</p>", "width=\"9\"")
        .doesNotContain("{", ":=");
    assertThat(html("* toc\n{:toc}\n\n{::comment}\nhidden\n{:/comment}\n\n{:.x}\ntext\\\\\nnext\n"))
        .isEqualTo("<p>text<br>\nnext</p>");
  }

  @Test
  void equalPostsGiveEqualText() {
    Post post = Sites.post("---\ntitle: x\n---\n# Head\n\nText[^1] *x*\n\n[^1]: N\n");

    assertThat(new PostRenderer().html(post)).isEqualTo(renderer.html(post));
    assertThat(renderer.html(post)).isSameAs(renderer.html(post));
  }

  @Test
  void hostileNestingIsAnswered() {
    assertThat(html(">".repeat(20_000) + " deep")).contains("deep");
    assertThat(html("[".repeat(20_000) + "deep")).contains("deep");
    assertThat(html("[a]".repeat(300_000))).startsWith("<pre>[a][a]");
    assertThat(html("`a``".repeat(200_000))).startsWith("<pre>`a``");
    assertThat(html("```\n" + "[1]\n".repeat(6_000) + "```\n")).startsWith("<pre><code>[1]");
    assertThat(html("**a ".repeat(20_000))).contains("**a");
    assertThat(html("<div>".repeat(20_000) + "deep")).contains("deep");
    assertThat(html("`".repeat(10_000) + "a" + "`a``".repeat(5_000))).contains("a");
    assertThat(
            html(
                IntStream.range(0, 3_000)
                    .mapToObj(i -> " ".repeat(i) + "- x\n")
                    .reduce("", String::concat)))
        .contains("x");
  }

  private String html(String markdown) {
    return renderer.html(Sites.post("---\ntitle: x\n---\n" + markdown));
  }
}
