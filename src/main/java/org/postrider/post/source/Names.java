package org.postrider.post.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** People as front matter and configuration name them. */
public final class Names {
  private Names() {}

  /** The names in a text, a list, a map with a {@code name}, or a list of such maps. */
  public static List<String> of(Value value) {
    List<String> names = new ArrayList<>();
    collect(value, names);
    return List.copyOf(names);
  }

  private static void collect(Value value, List<String> names) {
    if (value instanceof Value.Scalar scalar) {
      String name = scalar.isNull() ? "" : Words.collapse(scalar.text());
      if (!name.isEmpty()) {
        names.add(name);
      }
    } else if (value instanceof Value.Items items) {
      items.items().forEach(item -> collect(item, names));
    } else if (value instanceof Value.Fields fields) {
      Optional<Value> name = fields.value("name");
      name.ifPresentOrElse(n -> collect(n, names), () -> full(fields).ifPresent(names::add));
    }
  }

  /** {@code first_name}, {@code middle_name} and {@code last_name}, as al-folio has them. */
  public static Optional<String> full(Value.Fields fields) {
    List<String> parts = new ArrayList<>();
    for (String key : List.of("first_name", "middle_name", "last_name")) {
      fields.value(key).ifPresent(part -> collect(part, parts));
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", parts));
  }
}
