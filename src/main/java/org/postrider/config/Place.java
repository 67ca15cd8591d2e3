package org.postrider.config;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** A line and column of the file, both from 1; 0 and 0 for the file as a whole. */
record Place(int line, int column) {

  static final Place WHOLE_FILE = new Place(0, 0);

  static Place of(Node node) {
    return node.getStartMark().map(Place::of).orElse(WHOLE_FILE);
  }

  static Place of(Mark mark) {
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** Where the character number {@code end} of {@code text} stands. */
  static Place after(CharSequence text, int end) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < end; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        column = 1;
      } else {
        column++;
      }
    }
    return new Place(line, column);
  }
}
