package org.postrider.post.liquid;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LiquidTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {{ site.url }}{{ site.baseurl }}/x      | https://b.example/base/x
          {{ "/x" ¦ relative_url }}               | /base/x
          {{ 'x' ¦ absolute_url }}                | https://b.example/base/x
          {{ "https://c.example/" ¦ relative_url }} | https://c.example/
          {{ "/x" ¦ prepend: site.baseurl }}      | /base/x
          {{ page.title ¦ append: "!" ¦ upcase }} | TEA!
          a {{- page.title -}} b                  | aTeab
          {% raw %}{{ x }} {% y %}{% endraw %}    | {{ x }} {% y %}
          a{% comment %} {{ x }} {% endcomment %}b | ab
          [t]({% post_url 2023-05-05-x %})        | [t](/base/x/)
          {% link assets/a.pdf %}                 | /base/assets/a.pdf
          """)
  void whatIsKnownIsPrinted(String source, String text) {
    LiquidText result = render(source.replace('¦', '|'), false);

    assertThat(result.text()).isEqualTo(text);
    assertThat(result.lost()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a{% include x.html %}b",
        "a{{ unknown }}b",
        "a{{ page.title | no_such_filter }}b",
        "a{% for x in y %}b",
        "a{{b",
        "a{%b",
        "a{{ .Site.Title }}b",
        "a{{< figure >}}b"
      })
  void whatIsUnknownIsDroppedWithItsLine(String source) {
    LiquidText result = render("\n\n" + source, false);

    assertThat(result.text()).isEqualTo("\n\nab");
    assertThat(result.lost()).singleElement().satisfies(l -> assertThat(l.line()).isEqualTo(12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{ x }}", "{% include y %}", "{{", "{{< z >}}"})
  void insideCodeItStays(String source) {
    assertThat(render(source, true).text()).isEqualTo(source);
    assertThat(render(source, true).lost()).isEmpty();
  }

  @Test
  void highlightedCodeIsKeptExactly() {
    String source =
        "{% highlight c++ linenos %}\n\ta < b && \"c\";\n\n{% raw %}{{ x }}{% endraw %}\n{% endhighlight %}";

    assertThat(render(source, false).text().strip())
        .isEqualTo(
            "<pre><code class=\"language-c++\">\ta &lt; b &amp;&amp; &quot;c&quot;;\n\n{{ x }}\n</code></pre>");
  }

  @Test
  void aMissingTargetAndAnOpenBlockAreToldOf() {
    assertThat(render("[t]({% post_url 2020-01-01-no %})", false).lost().toString())
        .contains("2020-01-01-no");
    assertThat(render("{% raw %}a", false).lost().toString()).contains("{% endraw %}");
  }

  @Test
  void manyOpenMarksAreReadInLinearTime() {
    assertThat(render("{{ {% ".repeat(200_000), false).lost()).hasSize(400_000);
  }

  private static LiquidText render(String source, boolean code) {
    LiquidScope scope =
        new LiquidScope(
            URI.create("https://b.example/base"),
            Map.of("page.title", "Tea"),
            name -> name.equals("2023-05-05-x") ? Optional.of("/base/x/") : Optional.empty(),
            path -> Optional.of("/base/" + path));
    return Liquid.render(source, 10, offset -> code, scope);
  }
}
