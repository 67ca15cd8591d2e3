package org.postrider.letter;

import java.lang.Character.UnicodeScript;
import java.util.Set;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Where the marks of emphasis can stand in a plain text. */
final class Emphasis {

  private static final int NOTHING = ' ';

  /** They have no blanks between words, so that marks would otherwise find no place in them. */
  private static final Set<UnicodeScript> UNSPACED =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.THAI);

  private Emphasis() {}

  /** Whether marks round {@code element} would stand within no word: not so the d of 1d. */
  static boolean canBeMarked(Element element) {
    return !isOfWord(neighbour(element, Node::previousSibling, Emphasis::last))
        && !isOfWord(neighbour(element, Node::nextSibling, Emphasis::first));
  }

  /** The character beside {@code node} in its block. */
  private static int neighbour(
      Node node, Function<Node, Node> sibling, Function<String, Integer> nearest) {
    for (Node inner = node; !isBlock(inner); inner = inner.parent()) {
      for (Node next = sibling.apply(inner); next != null; next = sibling.apply(next)) {
        String text = text(next);
        if (!text.isEmpty()) {
          return nearest.apply(text);
        }
      }
    }
    return NOTHING;
  }

  private static boolean isBlock(Node node) {
    return node == null || node instanceof Element element && element.isBlock();
  }

  private static String text(Node node) {
    if (node instanceof TextNode text) {
      return text.getWholeText();
    }
    if (!(node instanceof Element element)) {
      return "";
    }
    return isBlock(element) || standsApart(element) ? " " : element.wholeText();
  }

  /** A break is none of a word; a picture's description and a note's number stand in brackets. */
  private static boolean standsApart(Element element) {
    return switch (element.normalName()) {
      case "br", "img" -> true;
      case "sup" -> element.selectFirst("a") != null;
      default -> false;
    };
  }

  private static int last(String text) {
    return text.codePointBefore(text.length());
  }

  private static int first(String text) {
    return text.codePointAt(0);
  }

  private static boolean isOfWord(int character) {
    return Character.isLetterOrDigit(character) && !UNSPACED.contains(UnicodeScript.of(character));
  }
}
