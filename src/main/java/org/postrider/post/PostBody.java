package org.postrider.post;

import java.util.Optional;
import java.util.regex.Pattern;
import org.postrider.post.html.PlainText;
import org.postrider.post.markdown.Markdown;
import org.postrider.post.site.Slug;
import org.postrider.post.source.BadSource;
import org.postrider.post.source.FrontMatter;

/**
 * A post's title and text, divided: a heading that serves as the title is no part of the text.
 *
 * @param line the line of the file on which {@code text} begins
 */
record PostBody(String title, String text, int line) {
  private static final Pattern HEADING = Pattern.compile(" {0,3}#[ \\t]+\\S.*");

  static PostBody of(
      FrontMatter front, PostFields fields, String slug, boolean titleInBody, Markdown markdown)
      throws BadSource {
    Optional<String> title = fields.title();
    if (title.isPresent()) {
      return new PostBody(title.get(), front.body(), front.bodyLine());
    }
    PostBody untitled = new PostBody("", front.body(), front.bodyLine()).withoutBlankLines();
    return (titleInBody ? untitled.divided(markdown) : Optional.<PostBody>empty())
        .orElseGet(() -> untitled.called(Slug.title(slug), slug));
  }

  private PostBody called(String words, String slug) {
    return new PostBody(words.isEmpty() ? slug : words, text, line);
  }

  private Optional<PostBody> divided(Markdown markdown) {
    int end = text.indexOf('\n');
    String first = end < 0 ? text : text.substring(0, end);
    if (!HEADING.matcher(first).matches()) {
      return Optional.empty();
    }
    String title = PlainText.of(markdown.html(first));
    PostBody rest = new PostBody(title, end < 0 ? "" : text.substring(end + 1), line + 1);
    return title.isEmpty() ? Optional.empty() : Optional.of(rest.withoutBlankLines());
  }

  private PostBody withoutBlankLines() {
    int start = 0;
    int first = line;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      if (!text.substring(start, end).isBlank()) {
        break;
      }
      start = end + 1;
      first++;
    }
    return new PostBody(title, text.substring(start), first);
  }
}
