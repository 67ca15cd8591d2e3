package org.postrider.config;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the environment's values where {@code ${NAME}} stands; {@code $${} gives a plain one. */
record Environment(Map<String, String> variables) {

  private static final Pattern HOLE = Pattern.compile("\\$\\$\\{|\\$\\{([^}]*)(}?)");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  String fill(String text) throws BadValue {
    Matcher hole = HOLE.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (hole.find()) {
      hole.appendReplacement(filled, "");
      filled.append(hole.group(1) == null ? "${" : value(hole.group(1), hole.group(2)));
    }
    return hole.appendTail(filled).toString();
  }

  private String value(String name, String end) throws BadValue {
    if (end.isEmpty() || !NAME.matcher(name).matches()) {
      throw new BadValue(
          "has a \"${\" without a variable's name and \"}\"",
          "write ${NAME}, or $${ where a plain \"${\" is meant");
    }
    String value = variables.get(name);
    if (value == null) {
      throw new BadValue(
          "needs the environment variable " + name + ", which is not set",
          "set it before the start, or write $${ where a plain \"${\" is meant");
    }
    return value;
  }

  @Override
  public String toString() {
    return "Environment[" + variables.size() + " variables]";
  }
}
