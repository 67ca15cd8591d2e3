package org.postrider.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A guess at what was meant by a key that is not known.
 *
 * @param remedy the sentence for the user
 * @param meant the path of the one key or section that was meant, where that is clear
 */
record Suggestion(String remedy, Optional<String> meant) {

  /** What was meant by {@code name} in {@code section}, which is empty at the top level. */
  static Suggestion forKey(String section, String name) {
    List<String> here = new ArrayList<>(section.isEmpty() ? Key.sections() : List.of());
    List<String> elsewhere = new ArrayList<>();
    for (Key key : Key.values()) {
      (key.section().equals(section) ? here : elsewhere).add(key.word());
    }
    Optional<Key> dotted = section.isEmpty() ? Key.at(name) : Optional.empty();
    if (dotted.isPresent()) {
      Key key = dotted.get();
      return new Suggestion(
          "write \"" + key.word() + ":\" indented below \"" + key.section() + ":\"",
          Optional.of(key.path()));
    }
    Optional<String> near = nearest(name, here);
    if (near.isPresent()) {
      return new Suggestion(
          "did you mean \"" + near.get() + "\"?",
          near.map(word -> section.isEmpty() ? word : section + "." + word));
    }
    Optional<String> far = nearest(name, elsewhere);
    if (far.isPresent()) {
      List<String> paths = pathsOf(far.get());
      return new Suggestion(
          "did you mean " + String.join(" or ", paths) + "?",
          paths.size() == 1 ? Optional.of(paths.get(0)) : Optional.empty());
    }
    String where = section.isEmpty() ? "known here are " : "known in \"" + section + ":\" are ";
    return new Suggestion(where + String.join(", ", here), Optional.empty());
  }

  /** The one of {@code known} that differs least from {@code word}, if any is near. */
  static Optional<String> nearest(String word, Collection<String> known) {
    String plain = plain(word);
    int limit = Math.max(1, plain.length() / 3);
    String best = null;
    int least = limit + 1;
    for (String candidate : known) {
      int distance = distance(plain, plain(candidate));
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  private static List<String> pathsOf(String word) {
    return Arrays.stream(Key.values())
        .filter(key -> key.word().equals(word))
        .map(Key::path)
        .toList();
  }

  /** So that {@code replyTo}, {@code reply_to} and {@code reply-to} are one word. */
  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }

  /** Levenshtein's distance, with the swap of two neighbours as one step. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int change = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        cost[i][j] = Math.min(change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
