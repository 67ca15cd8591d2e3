package org.postrider.letter;

import java.util.ArrayList;
import java.util.List;

/** A table as aligned text; one too wide for the page becomes a list of its rows. */
final class TextTable {

  private static final String GAP = "  ";

  private TextTable() {}

  static List<String> lines(List<List<String>> rows, boolean hasHead, int width) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], TextWrap.width(row.get(i)));
      }
    }
    int total = (columns - 1) * GAP.length();
    for (int w : widths) {
      total += w;
    }
    return total <= width ? aligned(rows, hasHead, widths) : listed(rows, hasHead, width);
  }

  private static List<String> aligned(List<List<String>> rows, boolean hasHead, int[] widths) {
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        cells.add(row.get(i) + " ".repeat(widths[i] - TextWrap.width(row.get(i))));
      }
      lines.add(String.join(GAP, cells));
      if (hasHead && lines.size() == 1) {
        List<String> rules = new ArrayList<>();
        for (int w : widths) {
          rules.add("-".repeat(w));
        }
        lines.add(String.join(GAP, rules));
      }
    }
    return lines;
  }

  private static List<String> listed(List<List<String>> rows, boolean hasHead, int width) {
    List<String> lines = new ArrayList<>();
    List<String> head = hasHead ? rows.get(0) : List.of();
    for (List<String> row : hasHead ? rows.subList(1, rows.size()) : rows) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      for (int i = 0; i < row.size(); i++) {
        String label = i < head.size() && !head.get(i).isEmpty() ? head.get(i) + ": " : "";
        List<String> cell = TextWrap.wrap(label + row.get(i), width - 2);
        for (int j = 0; j < cell.size(); j++) {
          lines.add((j == 0 ? "" : "  ") + cell.get(j));
        }
      }
    }
    return lines;
  }
}
