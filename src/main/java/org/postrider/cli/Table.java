package org.postrider.cli;

import java.util.ArrayList;
import java.util.List;

/** A table that fits 80 columns: the last column is cut, notes stand below their row. */
final class Table {

  private static final int WIDTH = 80;

  private final List<String[]> rows = new ArrayList<>();

  Table(String... heads) {
    rows.add(heads);
  }

  void row(String... cells) {
    rows.add(cells);
  }

  /** A sentence about the row above; not cut, since it says what to type. */
  void note(String sentence) {
    rows.add(new String[] {sentence});
  }

  String text() {
    int columns = rows.get(0).length;
    int[] widths = new int[columns];
    for (String[] row : rows) {
      for (int column = 0; row.length == columns && column < columns; column++) {
        widths[column] = Math.max(widths[column], width(row[column]));
      }
    }
    StringBuilder text = new StringBuilder();
    for (String[] row : rows) {
      text.append(row.length == columns ? line(row, widths) : "    " + row[0]).append('\n');
    }
    return text.toString();
  }

  private static String line(String[] row, int[] widths) {
    StringBuilder line = new StringBuilder();
    int left = WIDTH;
    for (int column = 0; column < row.length; column++) {
      boolean last = column == row.length - 1;
      String cell = last ? cut(row[column], left) : row[column];
      line.append(cell);
      if (!last) {
        line.append(" ".repeat(widths[column] - width(cell) + 2));
        left -= widths[column] + 2;
      }
    }
    return line.toString().stripTrailing();
  }

  private static String cut(String text, int width) {
    if (width(text) <= width) {
      return text;
    }
    StringBuilder cut = new StringBuilder();
    int used = 1;
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      used += isWide(character) ? 2 : 1;
      if (used > width) {
        break;
      }
      cut.appendCodePoint(character);
      at += Character.charCount(character);
    }
    return cut + "…";
  }

  private static int width(String text) {
    return text.codePoints().map(character -> isWide(character) ? 2 : 1).sum();
  }

  /** Han, kana, Hangul and full-width forms take two columns of a terminal. */
  private static boolean isWide(int character) {
    return character >= 0x1100
        && (character <= 0x115f
            || character >= 0x2e80 && character <= 0xa4cf
            || character >= 0xac00 && character <= 0xd7a3
            || character >= 0xf900 && character <= 0xfaff
            || character >= 0xfe30 && character <= 0xfe6f
            || character >= 0xff00 && character <= 0xff60
            || character >= 0xffe0 && character <= 0xffe6
            || character >= 0x1f300 && character <= 0x1faff
            || character >= 0x20000 && character <= 0x3fffd);
  }
}
