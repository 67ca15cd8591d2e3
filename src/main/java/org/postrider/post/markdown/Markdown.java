package org.postrider.post.markdown;

import com.vladsch.flexmark.ext.abbreviation.AbbreviationExtension;
import com.vladsch.flexmark.ext.attributes.AttributesExtension;
import com.vladsch.flexmark.ext.autolink.AutolinkExtension;
import com.vladsch.flexmark.ext.definition.DefinitionExtension;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.misc.Extension;
import java.util.List;

/** Markdown in, HTML out: raw, not yet safe. Safe for use by several threads. */
public final class Markdown {
  private static final char BRACE = '\uF8F2';
  private static final int MAX_MARKS = 5_000;

  private final Parser parser;
  private final HtmlRenderer renderer;

  public Markdown() {
    this(
        List.of(
            TablesExtension.create(),
            FootnoteExtension.create(),
            StrikethroughExtension.create(),
            TaskListExtension.create(),
            AutolinkExtension.create(),
            AttributesExtension.create(),
            DefinitionExtension.create(),
            AbbreviationExtension.create()));
  }

  private Markdown(List<Extension> extensions) {
    DataHolder options = options(extensions);
    this.parser = Parser.builder(options).customDelimiterProcessor(new CjkEmphasis()).build();
    this.renderer = HtmlRenderer.builder(options).build();
  }

  /** Markdown of which only the text is wanted: paragraphs without the costly extensions. */
  public static Markdown ofParagraphs() {
    return new Markdown(List.of(StrikethroughExtension.create()));
  }

  private static DataHolder options(List<Extension> extensions) {
    return new MutableDataSet()
        .set(Parser.EXTENSIONS, extensions)
        // A second processor for one character is refused; CjkEmphasis takes this one's place.
        .set(Parser.ASTERISK_DELIMITER_PROCESSOR, false)
        .set(Parser.LISTS_ORDERED_ITEM_INTERRUPTS_PARAGRAPH, true)
        .set(Parser.LISTS_ORDERED_NON_ONE_ITEM_INTERRUPTS_PARAGRAPH, true)
        .set(Parser.SPACE_IN_LINK_URLS, true)
        .set(TablesExtension.MIN_SEPARATOR_DASHES, 1)
        .set(AttributesExtension.FENCED_CODE_INFO_ATTRIBUTES, false)
        .set(HtmlRenderer.GENERATE_HEADER_ID, true)
        .set(HtmlRenderer.RENDER_HEADER_ID, true)
        .toImmutable();
  }

  /**
   * {@code markdown} as HTML; its line ends are LF. What is too deep or too tangled to be parsed in
   * decent time is shown as it is.
   */
  public String html(String markdown) {
    if (isTangled(markdown)) {
      return asItIs(markdown);
    }
    Mathematics mathematics = new Mathematics();
    String text = guardBraces(KramdownLines.adapt(mathematics.takeOut(markdown)));
    try {
      return mathematics.putBack(renderer.render(parser.parse(text)).replace(BRACE, '{'));
    } catch (StackOverflowError e) {
      // The parser recurses once per level of nesting, and the levels are the author's to choose.
      return asItIs(markdown);
    }
  }

  // The parser's time grows with the square of the open brackets and backticks of one paragraph.
  private static boolean isTangled(String markdown) {
    if (markdown.chars().filter(Markdown::isMark).limit(MAX_MARKS + 1L).count() <= MAX_MARKS) {
      return false;
    }
    // Data in code blocks is full of brackets; backticks make the code spans that cost so much.
    CodeRegions code = CodeRegions.of(markdown);
    int marks = 0;
    for (int i = 0; i < markdown.length() && marks <= MAX_MARKS; i++) {
      if (markdown.startsWith("\n\n", i)) {
        marks = 0;
      } else if (isMark(markdown.charAt(i)) && (markdown.charAt(i) == '`' || !code.contains(i))) {
        marks++;
      }
    }
    return marks > MAX_MARKS;
  }

  private static boolean isMark(int c) {
    return c == '[' || c == '`';
  }

  private static String asItIs(String markdown) {
    return "<pre>" + markdown.replace("&", "&amp;").replace("<", "&lt;") + "</pre>";
  }

  // Only "{:", "{#id" and "{.class" are attributes to kramdown; to flexmark any brace is, and the
  // text in it would be lost.
  private static String guardBraces(String markdown) {
    if (markdown.indexOf('{') < 0) {
      return markdown;
    }
    StringBuilder out = new StringBuilder(markdown);
    for (int i = 0; i < out.length(); i++) {
      if (out.charAt(i) == '{' && !beginsAttributes(out, i)) {
        out.setCharAt(i, BRACE);
      }
    }
    return out.toString();
  }

  private static boolean beginsAttributes(CharSequence text, int brace) {
    if (brace + 2 >= text.length()) {
      return false;
    }
    char next = text.charAt(brace + 1);
    boolean named = next == '#' || next == '.';
    return next == ':' || (named && Character.isLetter(text.charAt(brace + 2)));
  }
}
