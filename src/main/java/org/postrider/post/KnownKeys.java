package org.postrider.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.postrider.post.source.Note;
import org.postrider.post.source.Value;

/** The keys of front matter that mean something here; unknown ones are the author's own affair. */
final class KnownKeys {
  private static final Set<String> KNOWN =
      Set.of(
          "title",
          "date",
          "slug",
          "permalink",
          "category",
          "categories",
          "tag",
          "tags",
          "published",
          "draft",
          "description",
          "excerpt",
          "excerpt_separator",
          "author",
          "authors",
          "lang",
          "language",
          "last_modified_at",
          "lastmod",
          "updated");

  private KnownKeys() {}

  /** A hint for each key that looks like a slip in a known one. */
  static List<Note> hints(Value.Fields fields) {
    List<Note> hints = new ArrayList<>();
    for (Value.Field field : fields.fields()) {
      if (!KNOWN.contains(field.key()) && field.key().length() <= 20) {
        KNOWN.stream()
            .filter(known -> isSlip(field.key(), known))
            .sorted()
            .findFirst()
            .filter(known -> fields.find(known).isEmpty())
            .ifPresent(known -> hints.add(hint(field, known)));
      }
    }
    return hints;
  }

  private static Note hint(Value.Field field, String known) {
    return new Note(
        field.line(),
        field.column(),
        "\"" + field.key() + "\" means nothing here",
        "write \"" + known + "\" if you mean that");
  }

  // Short words are too near to each other: "data" and "dates" are no slips.
  private static boolean isSlip(String key, String known) {
    if (key.equals(key.toLowerCase(Locale.ROOT)) || !key.equalsIgnoreCase(known)) {
      return known.length() >= 5 && distance(key, known) <= (known.length() >= 8 ? 2 : 1);
    }
    return true;
  }

  /** Insertions, deletions, changes and swaps of neighbours. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
