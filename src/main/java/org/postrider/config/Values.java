package org.postrider.config;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The values of the keys, defaults filled in. A bad value becomes a mistake, and the key's standard
 * value stands in for it so that the search for further mistakes goes on.
 */
final class Values {

  private static final int LONGEST_QUOTE = 80;

  private final Map<Key, Node> nodes;
  private final KeyFinder places;
  private final Environment environment;
  private final Mistakes mistakes;
  private final Set<Key> bad = EnumSet.noneOf(Key.class);

  Values(Map<Key, Node> nodes, KeyFinder places, Environment environment, Mistakes mistakes) {
    this.nodes = nodes;
    this.places = places;
    this.environment = environment;
    this.mistakes = mistakes;
  }

  /** How a text becomes a value. */
  interface Reading<T> {
    T read(String text) throws BadValue;
  }

  /** The value of {@code key}, or its standard value when it is absent or bad. */
  <T> T read(Key key, Reading<T> reading) {
    Optional<Node> node = given(key);
    if (node.isEmpty()) {
      if (key.isRequired() && !places.isMeant(key)) {
        mistakes.add(
            places.section(key),
            key.path(),
            "is missing",
            "add it below \"" + key.section() + ":\", such as " + example(key));
      }
      return standard(key, reading);
    }
    return read(key, node.get(), reading).orElseGet(() -> standard(key, reading));
  }

  /** The values of {@code key}, written as a YAML list or with spaces between them. */
  <T> List<T> readAll(Key key, Reading<T> reading) {
    Reading<List<T>> words =
        text -> {
          List<T> values = new ArrayList<>();
          for (String word : text.strip().split("\\s+")) {
            values.add(reading.read(word));
          }
          return List.copyOf(values);
        };
    Optional<Node> node = given(key);
    if (node.isPresent() && node.get() instanceof SequenceNode list && !list.getValue().isEmpty()) {
      List<T> values = new ArrayList<>();
      for (Node item : list.getValue()) {
        read(key, item, reading).ifPresent(values::add);
      }
      return List.copyOf(values);
    }
    return read(key, words);
  }

  /** Whether {@code key} has a value in the file that is not empty. */
  boolean isGiven(Key key) {
    return given(key)
        .map(node -> !(node instanceof ScalarNode scalar) || !scalar.getValue().isEmpty())
        .orElse(false);
  }

  /** Whether the value of {@code key} was a mistake when it was read. */
  boolean isBad(Key key) {
    return bad.contains(key);
  }

  /** A mistake that shows only when several keys are seen together. */
  void mistake(Key key, String reason, String remedy) {
    Place place = given(key).map(Place::of).orElseGet(() -> places.section(key));
    mistakes.add(place, key.path(), reason, remedy);
  }

  private Optional<Node> given(Key key) {
    return Optional.ofNullable(nodes.get(key)).filter(node -> !KeyFinder.isNull(node));
  }

  private <T> Optional<T> read(Key key, Node node, Reading<T> reading) {
    if (!(node instanceof ScalarNode scalar)) {
      bad.add(key);
      mistakes.add(
          Place.of(node),
          key.path(),
          "must be a single value, not a list or section",
          "write it on one line, such as " + example(key));
      return Optional.empty();
    }
    try {
      String text = environment.fill(scalar.getValue());
      if (text.isBlank() && key.isRequired()) {
        throw new BadValue("is empty", "write a value, such as " + example(key));
      }
      return Optional.of(reading.read(text));
    } catch (BadValue e) {
      bad.add(key);
      String reason = quote(key, scalar.getValue()) + " " + e.reason();
      mistakes.add(Place.of(node), key.path(), reason, e.remedy());
      return Optional.empty();
    }
  }

  private static <T> T standard(Key key, Reading<T> reading) {
    try {
      return reading.read(key.standard());
    } catch (BadValue e) {
      throw new IllegalStateException("the standard value of " + key.path() + " is bad", e);
    }
  }

  private static String example(Key key) {
    return key.word() + ": " + (key.standard().isEmpty() ? "\"\"" : key.standard());
  }

  /** The value as it stands in the file, without filled holes and passwords. */
  private static String quote(Key key, String written) {
    if (key.isSecret()) {
      return "the value";
    }
    String text = written;
    int end = text.lastIndexOf('@');
    int start = text.indexOf("//") < 0 ? 0 : text.indexOf("//") + 2;
    int colon = text.indexOf(':', start);
    boolean mayHoldPassword = start > 0 || key == Key.MAIL_SMTP;
    if (mayHoldPassword && colon >= 0 && colon < end) {
      text = text.substring(0, colon + 1) + "***" + text.substring(end);
    }
    text = text.replaceAll("\\s+", " ");
    if (text.length() > LONGEST_QUOTE) {
      text = text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE / 2)) + "…";
    }
    return '"' + text + '"';
  }
}
