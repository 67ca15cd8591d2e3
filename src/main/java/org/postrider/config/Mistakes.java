package org.postrider.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.postrider.config.BadConfiguration.Mistake;

/** Collects the mistakes of one file, so that all can be told at once. */
final class Mistakes {

  private final String file;
  private final List<Mistake> found = new ArrayList<>();

  Mistakes(String file) {
    this.file = file;
  }

  void add(Place place, String key, String reason, String remedy) {
    found.add(new Mistake(file, place.line(), place.column(), key, reason, remedy));
  }

  /** Throws what was found, in the order of the lines; nothing found: goes on. */
  void throwIfAny() {
    if (!found.isEmpty()) {
      found.sort(Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column));
      throw new BadConfiguration(found);
    }
  }
}
