package org.postrider.post.source;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in an author's words what a YAML parser complains of. */
final class YamlFault {
  private YamlFault() {}

  static BadSource explain(MarkedYamlEngineException fault, String text, int firstLine) {
    String problem = String.valueOf(fault.getProblem());
    // What is never closed is found at the end, but is to be mended where it begins.
    boolean open = problem.contains("end of stream") && fault.getContextMark().isPresent();
    Mark mark = (open ? fault.getContextMark() : fault.getProblemMark()).orElse(null);
    int index = mark == null ? 0 : mark.getLine();
    int column = mark == null ? 0 : mark.getColumn() + 1;
    String line = text.lines().skip(index).findFirst().orElse("");
    return new BadSource(
        firstLine + index, column, reason(problem, shown(line)), remedy(problem, line));
  }

  private static String reason(String problem, String line) {
    if (problem.contains("mapping values are not allowed")) {
      return "\"" + line + "\" has a colon inside its value";
    }
    if (problem.contains("unexpected end of stream")) {
      return "\"" + line + "\" has a quote that is never closed";
    }
    if (problem.contains("could not find expected ':'")) {
      return "\"" + line + "\" has no \"key: value\" form";
    }
    if (problem.contains("that cannot start any token")) {
      return "\"" + line + "\" has a character that can't begin a value";
    }
    return "\"" + line + "\" is not valid YAML (" + problem + ")";
  }

  private static String remedy(String problem, String line) {
    if (line.indexOf('\t') >= 0 && line.strip().indexOf('\t') < 0) {
      return "indent with blanks instead of a tab";
    }
    int colon = line.indexOf(':');
    String value = colon < 0 ? "" : line.substring(colon + 1).strip();
    boolean quotable =
        problem.contains("mapping values are not allowed")
            || problem.contains("cannot start any token");
    if (quotable && !value.isEmpty() && value.length() <= 200) {
      return "quote the value: " + line.substring(0, colon).strip() + ": " + quoted(value);
    }
    if (problem.contains("could not find expected ':'")) {
      return "write a blank after the colon, and quote the value if it spans lines";
    }
    return problem.contains("unexpected end of stream") ? "close the quote" : "quote the value";
  }

  private static String quoted(String value) {
    return value.indexOf('"') < 0 ? "\"" + value + "\"" : "'" + value.replace("'", "''") + "'";
  }

  private static String shown(String line) {
    return line.length() > 120 ? line.substring(0, 120) + "…" : line.strip();
  }
}
