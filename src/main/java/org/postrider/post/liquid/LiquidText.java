package org.postrider.post.liquid;

import java.util.List;

/** A text without Liquid, and what was lost on the way. */
public record LiquidText(String text, List<Lost> lost) {

  /**
   * @param line of the source, from 1
   */
  public record Lost(int line, String reason, String remedy) {}
}
