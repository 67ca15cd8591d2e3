package org.postrider.letter;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines by the columns it takes: East Asian characters take two. */
final class TextWrap {

  // Where a line may not begin (closing marks) and may not end (opening marks).
  private static final String CLOSING = "、。，．：；？！）］｝」』】〉》〕”’…—ー・%‰,.:;?!)]}";
  private static final String OPENING = "（［｛「『【〈《〔“‘([{";

  private TextWrap() {}

  /** The lines of {@code text}; a line feed in it is a forced break. Empty for blank text. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.strip().split("\n")) {
      StringBuilder line = new StringBuilder();
      int used = 0;
      for (String piece : pieces(paragraph.strip().replaceAll(" +", " "))) {
        boolean parted = piece.startsWith(" ");
        String word = piece.strip();
        int needed = width(word) + (parted && used > 0 ? 1 : 0);
        if (used > 0 && used + needed > width) {
          lines.add(line.toString());
          line.setLength(0);
          used = 0;
        }
        if (parted && used > 0) {
          line.append(' ');
          used++;
        }
        line.append(word);
        used += width(word);
      }
      lines.add(line.toString());
    }
    return lines.size() == 1 && lines.get(0).isEmpty() ? List.of() : lines;
  }

  /** How many columns {@code text} takes in a fixed-width font. */
  static int width(String text) {
    return text.codePoints().map(TextWrap::width).sum();
  }

  /** What can't be broken further; a piece with a leading blank is parted from the one before. */
  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int before = 0;
    for (int c : text.codePoints().toArray()) {
      if (!piece.isEmpty() && mayBreak(before, c)) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
      piece.appendCodePoint(c);
      before = c;
    }
    if (!piece.isEmpty()) {
      pieces.add(piece.toString());
    }
    return pieces;
  }

  private static boolean mayBreak(int before, int c) {
    if (c == ' ') {
      return true;
    }
    boolean besideIdeograph = width(before) == 2 || width(c) == 2;
    return besideIdeograph
        && before != ' '
        && CLOSING.indexOf(c) < 0
        && OPENING.indexOf(before) < 0
        && width(c) > 0;
  }

  // The wide and fullwidth blocks of Unicode Standard Annex 11.
  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean isWide =
        c >= 0x1100 && c <= 0x115F
            || c >= 0x2E80 && c <= 0xA4CF
            || c >= 0xAC00 && c <= 0xD7A3
            || c >= 0xF900 && c <= 0xFAFF
            || c >= 0xFE30 && c <= 0xFE4F
            || c >= 0xFF00 && c <= 0xFF60
            || c >= 0xFFE0 && c <= 0xFFE6
            || c >= 0x1F300 && c <= 0x1FAFF
            || c >= 0x20000 && c <= 0x3FFFD;
    return isWide ? 2 : 1;
  }
}
