package org.postrider.post.markdown;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Where a Markdown text is code: fenced and indented blocks and code spans. An estimate made before
 * parsing, in linear time; what is decided by it must do little harm where it errs.
 */
public final class CodeRegions {
  private final String text;
  private final BitSet code = new BitSet();

  private CodeRegions(String text) {
    this.text = text;
  }

  public static CodeRegions of(String markdown) {
    CodeRegions regions = new CodeRegions(markdown);
    regions.scan();
    return regions;
  }

  public boolean contains(int offset) {
    return code.get(offset);
  }

  private void scan() {
    char fence = 0;
    int fenceLength = 0;
    boolean afterBlank = true;
    boolean inIndented = false;
    boolean inList = false;
    int paragraph = -1;
    for (int start = 0; start < text.length(); ) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      int first = start;
      while (first < end && (text.charAt(first) == ' ' || text.charAt(first) == '\t')) {
        first++;
      }
      boolean blank = first == end;
      int run = run(first, end);
      if (fence != 0) {
        code.set(start, end);
        if (run >= fenceLength
            && text.charAt(first) == fence
            && text.substring(first + run, end).isBlank()) {
          fence = 0;
        }
      } else if (run >= 3 && isFence(first, run, end)) {
        paragraph = closeParagraph(paragraph, start);
        fence = text.charAt(first);
        fenceLength = run;
        code.set(start, end);
        inIndented = false;
      } else if (blank) {
        paragraph = closeParagraph(paragraph, start);
      } else if (!inList && (afterBlank || inIndented) && isIndented(start, first)) {
        code.set(start, end);
        inIndented = true;
      } else {
        inIndented = false;
        inList = isListItem(first, end) || (inList && (first > start || !afterBlank));
        paragraph = paragraph < 0 ? start : paragraph;
      }
      afterBlank = blank;
      start = end + 1;
    }
    closeParagraph(paragraph, text.length());
  }

  private int run(int from, int end) {
    int i = from;
    while (i < end && text.charAt(i) == text.charAt(from)) {
      i++;
    }
    boolean fenceCharacter = from < end && (text.charAt(from) == '`' || text.charAt(from) == '~');
    return fenceCharacter ? i - from : 0;
  }

  // "Info strings for backtick code blocks cannot contain backticks." (CommonMark 0.31, 4.5)
  private boolean isFence(int first, int run, int end) {
    int backtick = text.indexOf('`', first + run);
    return text.charAt(first) == '~' || backtick < 0 || backtick >= end;
  }

  private boolean isIndented(int start, int first) {
    return first - start >= 4 || text.substring(start, first).indexOf('\t') >= 0;
  }

  private boolean isListItem(int first, int end) {
    char c = text.charAt(first);
    if (c == '-' || c == '*' || c == '+') {
      return first + 1 < end && text.charAt(first + 1) == ' ';
    }
    int i = first;
    while (i < end && i - first < 9 && Character.isDigit(text.charAt(i))) {
      i++;
    }
    return i > first
        && i + 1 < end
        && ".)".indexOf(text.charAt(i)) >= 0
        && text.charAt(i + 1) == ' ';
  }

  private int closeParagraph(int start, int end) {
    if (start >= 0) {
      markSpans(start, end);
    }
    return -1;
  }

  // A backtick string opens a span only if one of equal length follows in its paragraph.
  private void markSpans(int start, int end) {
    Map<Integer, Deque<Integer>> runs = new HashMap<>();
    for (int i = text.indexOf('`', start); i >= 0 && i < end; ) {
      int length = run(i, end);
      runs.computeIfAbsent(length, l -> new ArrayDeque<>()).add(i);
      i = text.indexOf('`', i + length);
    }
    for (int i = text.indexOf('`', start); i >= 0 && i < end; ) {
      int length = run(i, end);
      boolean escaped = i > start && text.charAt(i - 1) == '\\';
      Deque<Integer> same = runs.get(length);
      while (!same.isEmpty() && same.peek() <= i) {
        same.poll();
      }
      if (same.isEmpty() || escaped) {
        i = text.indexOf('`', i + length);
      } else {
        int close = same.poll();
        code.set(i, close + length);
        i = text.indexOf('`', close + length);
      }
    }
  }
}
