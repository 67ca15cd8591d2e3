package org.postrider.template;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which templates a template is built of, read from its text. */
record Parts(Sources sources, ShippedTemplates shipped) {

  private static final Pattern COMMENT = Pattern.compile("\\{#.*?#}", Pattern.DOTALL);
  private static final Pattern USE =
      Pattern.compile(
          "\\{%-?\\s*(?:include|extends|embed|import|from)\\s+(?:\"([^\"]*)\"|'([^']*)'|\\S)");

  /**
   * One template named by another.
   *
   * @param name empty when it is computed
   */
  record Use(String name, int line) {
    boolean isComputed() {
      return name.isEmpty();
    }
  }

  /** {@code name} and all that it includes or extends; a computed name may mean any template. */
  SortedSet<String> of(String name) {
    SortedSet<String> parts = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(name);
    while (!open.isEmpty()) {
      String part = open.remove();
      if (parts.add(part)) {
        for (Use use : uses(part)) {
          open.addAll(use.isComputed() ? sources.names() : List.of(use.name()));
        }
      }
    }
    return parts;
  }

  List<Use> uses(String name) {
    String text = COMMENT.matcher(text(name)).replaceAll(c -> c.group().replaceAll("[^\n]", ""));
    List<Use> uses = new ArrayList<>();
    Matcher use = USE.matcher(text);
    while (use.find()) {
      String used = use.group(1) == null ? use.group(2) : use.group(1);
      long line = 1 + text.substring(0, use.start()).chars().filter(c -> c == '\n').count();
      uses.add(new Use(used == null ? "" : used, (int) line));
    }
    return uses;
  }

  /** A hash of {@code name}'s text and of the texts that it is built of. */
  String version(String name) {
    MessageDigest hash = sha256();
    for (String part : of(name)) {
      hash.update((part + "\0" + text(part) + "\0").getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(hash.digest(), 0, 16);
  }

  private String text(String name) {
    return sources.has(name) ? sources.text(name).orElse("") : shipped.text(name).orElse("");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
