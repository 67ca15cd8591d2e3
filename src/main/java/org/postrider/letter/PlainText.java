package org.postrider.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * An essay as plain text: headings underlined, links numbered with a list at the end, images by
 * their descriptions, tables aligned, code as it stands.
 */
final class PlainText {

  private static final int WIDTH = 74;
  private static final int OPENING = 140;
  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "center",
          "dd",
          "div",
          "dl",
          "dt",
          "footer",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hr",
          "li",
          "main",
          "nav",
          "ol",
          "p",
          "pre",
          "section",
          "table",
          "ul");

  private final Element body;
  private final TextInlines inlines = new TextInlines();

  private PlainText(Element body) {
    this.body = body;
  }

  /** The text of an essay that {@link EssayHtml#simplify} went over. */
  static PlainText of(Element body) {
    return new PlainText(body);
  }

  /** How it begins, in one line. */
  String opening() {
    for (Element paragraph : body.select("p")) {
      String text = Headers.oneLine(paragraph.text());
      if (text.length() > 20) {
        return text.length() > 2 * OPENING ? text.substring(0, 2 * OPENING) : text;
      }
    }
    return "";
  }

  @Override
  public String toString() {
    List<String> lines = new ArrayList<>(blocks(body, WIDTH));
    part(lines, inlines.links());
    return String.join("\n", lines.stream().map(String::stripTrailing).toList());
  }

  /** What stands in {@code parent}, its blocks parted by empty lines. */
  private List<String> blocks(Element parent, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    for (Node node : parent.childNodes()) {
      if (node instanceof Element element && holdsBlocks(element)) {
        part(lines, TextWrap.wrap(run.toString(), width));
        run.setLength(0);
        part(lines, block(element, width));
      } else {
        run.append(inlines.of(node));
      }
    }
    part(lines, TextWrap.wrap(run.toString(), width));
    return lines;
  }

  private static boolean holdsBlocks(Element element) {
    return BLOCKS.contains(element.normalName())
        || element.children().stream().anyMatch(PlainText::holdsBlocks);
  }

  private static void part(List<String> lines, List<String> block) {
    if (!lines.isEmpty() && !block.isEmpty()) {
      lines.add("");
    }
    lines.addAll(block);
  }

  private List<String> block(Element element, int width) {
    return switch (element.normalName()) {
      case "h1", "h2" -> heading(element, width, element.normalName().equals("h1") ? "=" : "-");
      case "h3", "h4", "h5", "h6" -> heading(element, width, "~");
      case "blockquote" -> indented(blocks(element, width - 2), "> ", "> ");
      case "pre" -> indented(List.of(code(element).split("\n")), "    ", "    ");
      case "hr" -> List.of("* * *");
      case "ul", "ol" -> list(element, width);
      case "dd" -> indented(blocks(element, width - 4), "    ", "    ");
      case "dl" -> definitions(element, width);
      case "table" -> table(element, width);
      default -> blocks(element, width);
    };
  }

  private List<String> heading(Element element, int width, String underline) {
    List<String> lines = new ArrayList<>(TextWrap.wrap(inlines.within(element), width));
    int longest = lines.stream().mapToInt(TextWrap::width).max().orElse(0);
    if (longest > 0) {
      lines.add(underline.repeat(longest));
    }
    return lines;
  }

  private List<String> list(Element list, int width) {
    List<String> lines = new ArrayList<>();
    boolean isLoose = list.children().stream().anyMatch(item -> !item.select("> p").isEmpty());
    int number = list.attr("start").matches("\\d{1,6}") ? Integer.parseInt(list.attr("start")) : 1;
    for (Element item : list.children()) {
      String mark = "- ";
      if (list.normalName().equals("ol")) {
        mark = Footnotes.isNote(item) ? "[^" + number + "] " : number + ". ";
        number++;
      }
      String indent = " ".repeat(mark.length());
      List<String> content = indented(itemLines(item, width - mark.length()), mark, indent);
      if (isLoose) {
        part(lines, content);
      } else {
        lines.addAll(content);
      }
    }
    return lines;
  }

  /** A list inside an item follows its text at once. */
  private List<String> itemLines(Element item, int width) {
    List<String> lines = blocks(item, width);
    if (!item.select("> p").isEmpty()) {
      return lines;
    }
    return lines.stream().filter(line -> !line.isBlank()).toList();
  }

  private List<String> definitions(Element list, int width) {
    List<String> lines = new ArrayList<>();
    for (Element child : list.children()) {
      if (child.normalName().equals("dt") && !lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(block(child, width));
    }
    return lines;
  }

  private List<String> table(Element table, int width) {
    List<List<String>> rows = new ArrayList<>();
    for (Element row : table.select("tr")) {
      rows.add(row.children().stream().map(cell -> Headers.oneLine(inlines.within(cell))).toList());
    }
    Element first = table.selectFirst("tr");
    boolean hasHead = first != null && !first.select("> th").isEmpty();
    return TextTable.lines(rows, hasHead, width);
  }

  private static List<String> indented(List<String> lines, String first, String rest) {
    List<String> indented = new ArrayList<>();
    for (String line : lines) {
      indented.add((indented.isEmpty() ? first : rest) + line);
    }
    return indented;
  }

  private static String code(Element pre) {
    return pre.wholeText().replace("\t", "    ").stripTrailing();
  }
}
