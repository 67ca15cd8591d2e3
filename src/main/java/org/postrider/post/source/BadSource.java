package org.postrider.post.source;

/** A file that can't be read as a post: where, why, and what to do about it. */
public final class BadSource extends Exception {
  private static final long serialVersionUID = 1;

  private final int line;
  private final int column;
  private final String remedy;

  /**
   * @param line from 1; 0 when it concerns the whole file
   * @param column from 1; 0 when it concerns the whole line
   */
  public BadSource(int line, int column, String reason, String remedy) {
    super(reason);
    this.line = line;
    this.column = column;
    this.remedy = remedy;
  }

  public int line() {
    return line;
  }

  public int column() {
    return column;
  }

  public String reason() {
    return getMessage();
  }

  public String remedy() {
    return remedy;
  }
}
