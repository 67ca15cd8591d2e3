package org.postrider.post;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postrider.post.html.PlainText;
import org.postrider.post.markdown.Markdown;
import org.postrider.post.source.Value;

/** What a post is about, on one line: its description, else its excerpt. */
final class Summary {
  private static final int ENOUGH = 40;
  private static final int MAX_BLOCKS = 40;
  private static final int MAX_BLOCK = 10_000;
  private static final Pattern NO_TEXT =
      Pattern.compile("\\[\\^[^\\]\\s]{1,80}\\]|\\{:[^}\\n]{0,200}\\}");
  private static final Pattern DEFINITION = Pattern.compile(" {0,3}\\[[^\\]\\n]{1,200}\\]:\\s.*");
  private static final Pattern HEADING = Pattern.compile(" {0,3}#{1,6}(?:[ \\t].*)?");

  private final Markdown markdown;
  private final boolean html;
  private final String body;

  private Summary(Markdown markdown, boolean html, String body) {
    this.markdown = markdown;
    this.html = html;
    this.body = body;
  }

  /**
   * @param markdown to render excerpts with
   * @param separator the site's, what ends an excerpt; empty for no excerpts
   */
  static String of(
      PostFields fields, String body, boolean html, String separator, Markdown markdown) {
    Optional<String> written = fields.scalar("description").or(() -> excerptKey(fields));
    if (written.isPresent()) {
      return written.get();
    }
    String end =
        fields
            .all()
            .value("excerpt_separator")
            .map(value -> value instanceof Value.Scalar s && !s.isNull() ? s.text() : "")
            .orElse(separator);
    return end.isEmpty() ? "" : new Summary(markdown, html, body).excerpt(end);
  }

  private static Optional<String> excerptKey(PostFields fields) {
    return fields
        .scalar("excerpt")
        .map(text -> text.indexOf('<') < 0 ? text : PlainText.of(text))
        .filter(text -> !text.isEmpty());
  }

  // Jekyll's own excerpt, the first block, is often a heading, an image or a comment.
  private String excerpt(String separator) {
    if (!separator.isBlank()) {
      int end = body.indexOf(separator);
      String excerpt = end < 0 ? "" : text(body.substring(0, end));
      if (!excerpt.isEmpty()) {
        return excerpt;
      }
    }
    return html ? choose(PlainText.paragraphs(body, MAX_BLOCKS)) : firstParagraph();
  }

  private String text(String source) {
    String part = cut(source);
    return PlainText.of(html ? part : rendered(part));
  }

  private static String choose(List<String> paragraphs) {
    return paragraphs.stream()
        .filter(text -> text.length() >= ENOUGH)
        .findFirst()
        .orElseGet(() -> paragraphs.stream().filter(t -> !t.isEmpty()).findFirst().orElse(""));
  }

  private String firstParagraph() {
    String shorter = "";
    MarkdownBlocks blocks = new MarkdownBlocks(body);
    for (int i = 0; i < MAX_BLOCKS && blocks.hasNext(); i++) {
      String block = cut(withoutHeadings(blocks.next()));
      boolean tableOrFootnote = block.startsWith("|") || block.startsWith("[^");
      if (block.isBlank() || tableOrFootnote) {
        continue;
      }
      String text = choose(PlainText.paragraphs(rendered(block), MAX_BLOCKS));
      if (text.length() >= ENOUGH) {
        return text;
      }
      shorter = shorter.isEmpty() ? text : shorter;
    }
    return shorter;
  }

  private String rendered(String part) {
    String text = NO_TEXT.matcher(part).replaceAll("");
    return markdown.html(text.contains("]") ? text + "\n\n" + definitions() : text);
  }

  private String definitions() {
    return body.contains("]:")
        ? body.lines()
            .filter(line -> line.length() < 2_000 && DEFINITION.matcher(line).matches())
            .filter(line -> !line.strip().startsWith("[^"))
            .limit(200)
            .collect(Collectors.joining("\n"))
        : "";
  }

  private static String withoutHeadings(String block) {
    return block
        .lines()
        .dropWhile(line -> HEADING.matcher(line).matches())
        .collect(Collectors.joining("\n"));
  }

  private static String cut(String block) {
    if (block.length() <= MAX_BLOCK) {
      return block;
    }
    int end = block.lastIndexOf(' ', MAX_BLOCK);
    int safe = end > 0 ? end : MAX_BLOCK;
    return block.substring(0, Character.isHighSurrogate(block.charAt(safe - 1)) ? safe - 1 : safe);
  }
}
