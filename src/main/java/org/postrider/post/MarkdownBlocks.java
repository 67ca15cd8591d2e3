package org.postrider.post;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** The parts of a Markdown text between blank lines, from front to back, without fenced code. */
final class MarkdownBlocks implements Iterator<String> {
  private final String text;
  private int position;
  private String next;

  MarkdownBlocks(String text) {
    this.text = text;
    advance();
  }

  @Override
  public boolean hasNext() {
    return !next.isEmpty();
  }

  @Override
  public String next() {
    if (next.isEmpty()) {
      throw new NoSuchElementException();
    }
    String block = next;
    advance();
    return block;
  }

  private void advance() {
    StringBuilder block = new StringBuilder();
    String fence = "";
    while (position < text.length()) {
      int end = text.indexOf('\n', position);
      end = end < 0 ? text.length() : end;
      String line = text.substring(position, end);
      String stripped = line.strip();
      boolean marker = stripped.startsWith("```") || stripped.startsWith("~~~");
      position = Math.min(end + 1, text.length());
      if (!fence.isEmpty()) {
        fence = stripped.startsWith(fence) ? "" : fence;
      } else if (marker) {
        fence = stripped.substring(0, 3);
      } else if (!stripped.isEmpty()) {
        block.append(line).append('\n');
      } else if (!block.isEmpty()) {
        break;
      }
    }
    next = block.toString();
  }
}
