package org.postrider.template;

import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code range(start, end, increment)}, both ends included, and so {@code start..end}. Pebble's own
 * builds a list of any length in memory.
 */
final class ShortRange implements Function {

  private static final int LONGEST = 10_000;

  @Override
  public List<String> getArgumentNames() {
    return List.of("start", "end", "increment");
  }

  @Override
  public Object execute(
      Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int line) {
    long increment = args.get("increment") == null ? 1 : number(args, "increment", self, line);
    if (increment == 0) {
      throw new PebbleException(null, "range needs an increment", line, self.getName());
    }
    long end = number(args, "end", self, line);
    List<Long> range = new ArrayList<>();
    for (long i = number(args, "start", self, line);
        increment > 0 ? i <= end : i >= end;
        i += increment) {
      if (range.size() == LONGEST) {
        throw new PebbleException(
            null, "range gives more than " + LONGEST + " numbers", line, self.getName());
      }
      range.add(i);
    }
    return range;
  }

  private static long number(Map<String, Object> args, String name, PebbleTemplate self, int line) {
    if (args.get(name) instanceof Number number) {
      return number.longValue();
    }
    throw new PebbleException(null, "range needs a number as " + name, line, self.getName());
  }
}
