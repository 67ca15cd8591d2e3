package org.postrider.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EssayHtmlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <figure><img src="https://a/b.png"><figcaption>c</figcaption></figure>|<div class="figure"><img src="https://a/b.png" alt=""><p class="caption">c</p></div>
          <video src="/v.mp4" poster="/p.jpg"></video>|<p class="media"><a href="https://blog.example/v.mp4"><img src="https://blog.example/p.jpg" alt=""><br>▶ blog.example/v.mp4</a></p>
          <p><audio><source src="a.ogg"></audio></p>|<p><a href="https://blog.example/r/a.ogg">▶ blog.example/r/a.ogg</a></p>
          <p><ruby>漢<rt>かん</rt></ruby></p>|<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby></p>
          <p><img src="/b.png" width="900" height="2" srcset="x 2x" sizes="1"></p>|<p><img src="https://blog.example/b.png" width="592" alt="" style="width:100%;max-width:592px;"></p>
          <a href="https://blog.example/r/#n">a</a><p id="n">b</p>|<a href="#n">a</a><p id="n"><a name="n"></a>b</p>
          <a href="#elsewhere">a</a>|<a href="https://blog.example/r/#elsewhere">a</a>
          <a href="#">a</a> <a href="https://blog.example/r/#">b</a>|<a href="https://blog.example/r/">a</a> <a href="https://blog.example/r/">b</a>
          <ol><li id="n"><p>Tea. <a href="#r">↩</a></p></li></ol>|<ol><li id="n" class="footnote"><p>Tea.</p></li></ol>
          <ol><li id="n"><pre>x</pre><p><a href="https://blog.example/r/#r" class="footnote-backref">^</a> <a href="#s" rev="footnote reversefootnote">2</a></p></li></ol>|<ol><li id="n" class="footnote"><pre>x</pre></li></ol>
          <p>An arrow <a href="https://arrows.example/#back">↩</a></p>|<p>An arrow <a href="https://arrows.example/#back">↩</a></p>
          <a href="data:text/html,x">a</a>|<a>a</a>
          <math><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></math>|<span class="math">x^2</span>
          <p>at <span class="math inline">\\(c^2 &lt; 3\\)</span></p>|<p>at <span class="math inline">c^2 &lt; 3</span></p>
          <div class="math display">\\[ E = mc^2 \\]</div>|<pre class="math display">E = mc^2</pre>
          <p>a</p><script type="math/tex; mode=display">x</script>|<p>a</p><pre class="math">x</pre>
          """)
  void whatMailProgramsDoNotKnowBecomesWhatTheyKnow(String html, String expected) {
    assertThat(
            EssayHtml.simplify(html, URI.create("https://blog.example/r/")).body().html().strip())
        .isEqualTo(expected);
  }

  @Test
  void codeKeepsItsShapeWithoutStyle() {
    var essay =
        EssayHtml.simplify(
            "<pre><code>a\n  <b>b</b> c\n\n  d\n</code></pre>",
            URI.create("https://blog.example/"));

    StylelessHtml.apply(essay);

    assertThat(essay.body().html())
        .isEqualTo("<pre><code>a<br>&nbsp;&nbsp;<b>b</b> c<br><br>&nbsp;&nbsp;d</code></pre>");
  }
}
