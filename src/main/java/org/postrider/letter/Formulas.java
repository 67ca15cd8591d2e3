package org.postrider.letter;

import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The mathematics of an essay: TeX is readable where MathML and scripts are not. */
final class Formulas {

  private static final Pattern WHOLE =
      Pattern.compile("\\s*\\\\[(\\[](.*)\\\\[)\\]]\\s*", Pattern.DOTALL);
  // What follows two backslashes is a new line of TeX.
  private static final Pattern WITHIN =
      Pattern.compile("(?<!\\\\)\\\\(?:\\((.*?)\\\\\\)|\\[(.*?)\\\\\\])");

  private Formulas() {}

  /** Each formula becomes its bare TeX in a {@code span}, or in a {@code pre} on its own lines. */
  static void show(Document essay) {
    for (Element script : essay.select("script[type^=math/tex]")) {
      boolean isDisplay = script.attr("type").contains("mode=display");
      script.replaceWith(
          new Element(isDisplay ? "div" : "span").addClass("math").text(script.data()));
    }
    for (Element math : essay.select(".katex, math")) {
      Element source = math.selectFirst("annotation[encoding=application/x-tex]");
      String text = source == null ? math.text() : source.text();
      math.replaceWith(new Element("span").addClass("math").text(text));
    }
    for (Element formula : essay.select("span.math, div.math")) {
      String tex = WHOLE.matcher(formula.wholeText()).replaceFirst("$1").strip();
      formula.tagName(formula.normalName().equals("div") ? "pre" : "span").text(tex);
    }
  }

  /** {@code text} without the delimiters that only a script in a browser understands. */
  static String bare(String text) {
    return WITHIN.matcher(text).replaceAll("$1$2");
  }
}
