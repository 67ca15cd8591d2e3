package org.postrider.architecture;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * One class uses another. Names are binary names, so that the rules can be tried on classes that do
 * not exist.
 */
public record Dependency(String from, String to) {

  static final String ROOT = "org.postrider.";

  boolean isWithinTheProgram() {
    return to.startsWith(ROOT);
  }

  /** The package of {@code from} below {@code org.postrider}, such as {@code post.liquid}. */
  String fromPackage() {
    return packageOf(from);
  }

  /** The package of {@code to} below {@code org.postrider}; only within the program. */
  String toPackage() {
    return packageOf(to);
  }

  // An import line names a nested class with dots too: the package ends where a class begins.
  private static String packageOf(String name) {
    String[] words = name.substring(ROOT.length()).split("\\.");
    return Arrays.stream(words, 0, words.length - 1)
        .takeWhile(word -> Character.isLowerCase(word.charAt(0)))
        .collect(Collectors.joining("."));
  }

  /** The flat package that a room belongs to; {@code post} for {@code post.liquid}. */
  static String houseOf(String packageName) {
    int dot = packageName.indexOf('.');
    return dot < 0 ? packageName : packageName.substring(0, dot);
  }

  @Override
  public String toString() {
    return from + " → " + to;
  }
}
