package org.postrider.post.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.postrider.post.source.Value;

/** Categories and tags as Jekyll reads them, and as labels that people read. */
public final class Labels {
  private Labels() {}

  /**
   * The categories as Jekyll's URLs have them: those of the folders, then {@code categories} (a
   * text is split at blanks), then {@code category} (never split).
   */
  public static List<String> categories(List<String> folders, Value.Fields fields) {
    LinkedHashSet<String> all = new LinkedHashSet<>(folders);
    fields
        .value("categories")
        .ifPresent(value -> all.addAll(value instanceof Value.Scalar s ? words(s) : flat(value)));
    fields.value("category").ifPresent(value -> all.addAll(flat(value)));
    return List.copyOf(all);
  }

  /**
   * The tags; {@code tag} beats {@code tags}. A text with commas is split there, which Jekyll does
   * not do; else at blanks.
   */
  public static List<String> tags(Value.Fields fields) {
    Optional<Value> single = fields.value("tag").filter(value -> !flat(value).isEmpty());
    if (single.isPresent()) {
      return readable(flat(single.get()));
    }
    return readable(
        fields
            .value("tags")
            .map(value -> value instanceof Value.Scalar s ? commaOrBlank(s) : flat(value))
            .orElse(List.of()));
  }

  /** Trimmed, commas at the end cut, those that differ by case alone only once. */
  public static List<String> readable(List<String> labels) {
    Map<String, String> byFold = new LinkedHashMap<>();
    for (String label : labels) {
      String text = label.strip().replaceAll("\\s+", " ");
      while (text.endsWith(",") || text.endsWith("，")) {
        text = text.substring(0, text.length() - 1).stripTrailing();
      }
      if (!text.isEmpty()) {
        byFold.putIfAbsent(text.toLowerCase(Locale.ROOT), text);
      }
    }
    return List.copyOf(byFold.values());
  }

  private static List<String> commaOrBlank(Value.Scalar scalar) {
    boolean commas = scalar.text().indexOf(',') >= 0 || scalar.text().indexOf('，') >= 0;
    return commas ? List.of(scalar.text().split("[,，]")) : words(scalar);
  }

  private static List<String> words(Value.Scalar scalar) {
    if (scalar.isNull()) {
      return List.of();
    }
    return Arrays.stream(scalar.text().split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }

  private static List<String> flat(Value value) {
    List<String> labels = new ArrayList<>();
    collect(value, labels);
    return labels;
  }

  private static void collect(Value value, List<String> labels) {
    if (value instanceof Value.Scalar scalar) {
      if (!scalar.isNull()) {
        labels.add(scalar.text());
      }
    } else if (value instanceof Value.Items items) {
      items.items().forEach(item -> collect(item, labels));
    } else {
      labels.add(value.source());
    }
  }
}
