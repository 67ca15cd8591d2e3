package org.postrider.post.markdown;

import com.vladsch.flexmark.parser.core.delimiter.AsteriskDelimiterProcessor;

/**
 * Asterisks as kramdown takes them: CommonMark's flanking rules presume blanks between words, so
 * that {@code **重点。**接着} would stay literal.
 */
final class CjkEmphasis extends AsteriskDelimiterProcessor {

  CjkEmphasis() {
    super(true);
  }

  @Override
  public boolean canBeOpener(
      String before,
      String after,
      boolean leftFlanking,
      boolean rightFlanking,
      boolean beforeIsPunctuation,
      boolean afterIsPunctuation,
      boolean beforeIsWhitespace,
      boolean afterIsWhiteSpace) {
    return leftFlanking || (afterIsPunctuation && !afterIsWhiteSpace && Cjk.isEndOf(before));
  }

  // kramdown closes on any run that no blank precedes.
  @Override
  public boolean canBeCloser(
      String before,
      String after,
      boolean leftFlanking,
      boolean rightFlanking,
      boolean beforeIsPunctuation,
      boolean afterIsPunctuation,
      boolean beforeIsWhitespace,
      boolean afterIsWhiteSpace) {
    return rightFlanking || (beforeIsPunctuation && !beforeIsWhitespace);
  }
}
