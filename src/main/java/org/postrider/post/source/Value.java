package org.postrider.post.source;

import java.util.List;
import java.util.Optional;

/** A value of a YAML block with its place in the file. Lines and columns count from 1. */
public sealed interface Value {

  int line();

  int column();

  /** As the author typed it. */
  String source();

  /**
   * A scalar. It has no type: what it means is up to the key that it stands under.
   *
   * @param text without quotes, escapes resolved, folds folded
   * @param plain whether it stood without quotes and not as a block
   * @param commented whether a comment follows on its line
   */
  record Scalar(String text, String source, boolean plain, boolean commented, int line, int column)
      implements Value {

    /** Whether YAML takes it for "no value". */
    public boolean isNull() {
      return plain
          && switch (text) {
            case "", "~", "null", "Null", "NULL" -> true;
            default -> false;
          };
    }
  }

  /** A list. */
  record Items(List<Value> items, String source, int line, int column) implements Value {}

  /** A mapping; a key that occurs twice stands in it twice. */
  record Fields(List<Field> fields, String source, int line, int column) implements Value {

    /** The last field called {@code key}, as Jekyll takes it. */
    public Optional<Field> find(String key) {
      return fields.stream().filter(field -> field.key().equals(key)).reduce((a, b) -> b);
    }

    public Optional<Value> value(String key) {
      return find(key).map(Field::value);
    }
  }

  /** A key and what it says; the place is that of the key. */
  record Field(String key, Value value, int line, int column) {}
}
