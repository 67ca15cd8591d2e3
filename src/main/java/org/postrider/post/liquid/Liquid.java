package org.postrider.post.liquid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * One pass over a text. What Liquid would print is printed; what is unknown here is dropped with a
 * warning, but stays as it is inside code, where it is most likely the essay's subject.
 */
public final class Liquid {
  private static final String LINK_REMEDY = "correct the name";
  private static final String UNKNOWN_REMEDY =
      "write it as Markdown or HTML, or put it between {% raw %} and {% endraw %} to show it";

  private final LiquidScope scope;
  private final Expression expression;
  private final IntPredicate code;
  private final LiquidSource source;
  private final StringBuilder out = new StringBuilder();
  private final List<LiquidText.Lost> lost = new ArrayList<>();

  private Liquid(LiquidScope scope, IntPredicate code, LiquidSource source) {
    this.scope = scope;
    this.expression = new Expression(scope);
    this.code = code;
    this.source = source;
  }

  /** Whether {@code text} holds anything that looks like Liquid. */
  public static boolean isIn(String text) {
    return text.contains("{{") || text.contains("{%");
  }

  /**
   * @param firstLine the line of the file on which {@code text} begins, for warnings
   * @param code whether the character at an offset is part of a code block or span
   */
  public static LiquidText render(
      String text, int firstLine, IntPredicate code, LiquidScope scope) {
    if (!isIn(text)) {
      return new LiquidText(text, List.of());
    }
    return new Liquid(scope, code, new LiquidSource(text, firstLine)).render();
  }

  private LiquidText render() {
    int position = 0;
    while (true) {
      Optional<LiquidSource.Markup> next = source.next(position);
      if (next.isEmpty()) {
        out.append(source.text(), position, source.text().length());
        return new LiquidText(out.toString(), List.copyOf(lost));
      }
      LiquidSource.Markup markup = next.get();
      out.append(source.text(), position, markup.start());
      if (markup.trimsBefore()) {
        trimEnd();
      }
      position = markup.isTag() ? tag(markup) : output(markup);
    }
  }

  private void trimEnd() {
    int end = out.length();
    while (end > 0 && Character.isWhitespace(out.charAt(end - 1))) {
      end--;
    }
    out.setLength(end);
  }

  private int output(LiquidSource.Markup markup) {
    Optional<String> value =
        markup.isClosed() ? expression.evaluate(markup.inside()) : Optional.empty();
    if (value.isPresent()) {
      out.append(value.get());
    } else {
      drop(markup);
    }
    return markup.end();
  }

  private int tag(LiquidSource.Markup tag) {
    if (!tag.isClosed()) {
      drop(tag);
      return tag.end();
    }
    switch (tag.name()) {
      case "raw" -> {
        LiquidSource.Block block = source.block(tag, "endraw");
        out.append(block.inside());
        return closed(tag, block);
      }
      case "comment" -> {
        return closed(tag, source.block(tag, "endcomment"));
      }
      case "highlight" -> {
        LiquidSource.Block block = source.block(tag, "endhighlight");
        out.append(highlighted(tag.arguments(), block.inside()));
        return closed(tag, block);
      }
      case "post_url" -> link(tag, scope.post().apply(tag.arguments()));
      case "link" -> link(tag, scope.file().apply(tag.arguments()));
      default -> drop(tag);
    }
    return tag.end();
  }

  private int closed(LiquidSource.Markup tag, LiquidSource.Block block) {
    if (!block.isClosed()) {
      lose(tag, "{% " + tag.name() + " %} is never closed", "add {% end" + tag.name() + " %}");
    }
    return block.end();
  }

  private static String highlighted(String arguments, String inside) {
    String language = arguments.split("\\s+")[0];
    String code = LiquidSource.withoutRawTags(inside);
    String trimmed = code.startsWith("\n") ? code.substring(1) : code;
    return "\n\n<pre><code"
        + (language.isEmpty() ? "" : " class=\"language-" + Expression.escape(language) + "\"")
        + ">"
        + Expression.escape(trimmed)
        + "</code></pre>\n\n";
  }

  private void link(LiquidSource.Markup tag, Optional<String> url) {
    if (url.isPresent()) {
      out.append(url.get());
    } else {
      out.append('#');
      lose(
          tag,
          tag.name() + ": there is no \"" + tag.arguments() + "\"; the link leads nowhere",
          LINK_REMEDY);
    }
  }

  private void drop(LiquidSource.Markup markup) {
    if (code.test(markup.start())) {
      out.append(source.text(), markup.start(), markup.end());
    } else if (markup.isClosed()) {
      lose(
          markup,
          "the Liquid \"" + source.shown(markup) + "\" is not known here and was dropped",
          UNKNOWN_REMEDY);
    } else {
      lose(
          markup,
          "\"" + (markup.isTag() ? "{%" : "{{") + "\" is never closed and was dropped",
          UNKNOWN_REMEDY);
    }
  }

  private void lose(LiquidSource.Markup markup, String reason, String remedy) {
    lost.add(new LiquidText.Lost(source.line(markup.start()), reason, remedy));
  }
}
