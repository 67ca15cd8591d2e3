package org.postrider.template;

import io.pebbletemplates.pebble.error.PebbleException;

/**
 * Counts the turns of loops, macros and includes within one rendering, so that a template that
 * loops without writing anything ends too. Each thread counts its own rendering.
 */
final class Budget {

  private static final int MOST = 1_000_000;

  private final ThreadLocal<int[]> turns = new ThreadLocal<>();

  void begin() {
    turns.set(new int[1]);
  }

  void end() {
    turns.remove();
  }

  void turn(String template, int line) {
    int[] count = turns.get();
    if (count != null && ++count[0] > MOST) {
      throw new PebbleException(
          null, "takes more than a million turns of its loops and includes", line, template);
    }
  }
}
