package org.postrider.config;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Finds which node of the file belongs to which {@link Key}, and what belongs to none. */
final class KeyFinder {

  private final Mistakes mistakes;
  private final Map<Key, Node> found = new EnumMap<>(Key.class);
  private final Map<String, Place> sections = new HashMap<>();
  private final Set<String> meant = new HashSet<>();

  KeyFinder(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  Map<Key, Node> find(Node root) {
    if (!isNull(root)) {
      walk(root, "");
    }
    return found;
  }

  /** Where the section of {@code key} begins; the whole file when it is not there. */
  Place section(Key key) {
    return sections.getOrDefault(key.section(), Place.WHOLE_FILE);
  }

  /** Whether a mistake told already is the likely reason that {@code key} is missing. */
  boolean isMeant(Key key) {
    return meant.contains(key.path()) || meant.contains(key.section());
  }

  static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  private void walk(Node node, String section) {
    if (!(node instanceof MappingNode mapping)) {
      meant.add(section);
      mistakes.add(
          Place.of(node),
          section,
          section.isEmpty() ? "the file is not a list of keys" : "is a section, not a value",
          section.isEmpty()
              ? "write sections such as \"site:\" with their keys indented below"
              : "write its keys indented on the lines below");
      if (section.isEmpty()) {
        mistakes.throwIfAny();
      }
      return;
    }
    Map<String, Place> seen = new HashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      if (entry.getKeyNode() instanceof ScalarNode name) {
        Place earlier = seen.putIfAbsent(name.getValue(), Place.of(name));
        if (earlier == null) {
          enter(section, name, entry.getValueNode());
        } else {
          mistakes.add(
              Place.of(name),
              path(section, name.getValue()),
              "is given a second time; the first stands on line " + earlier.line(),
              "remove one of them");
        }
      } else {
        mistakes.add(Place.of(entry.getKeyNode()), section, "this key is not a word", "remove it");
      }
    }
  }

  private void enter(String section, ScalarNode name, Node value) {
    String path = path(section, name.getValue());
    Optional<Key> key = section.isEmpty() && path.contains(".") ? Optional.empty() : Key.at(path);
    if (key.isPresent()) {
      found.put(key.get(), value);
    } else if (section.isEmpty() && Key.sections().contains(path)) {
      sections.put(path, Place.of(name));
      if (!isNull(value)) {
        walk(value, path);
      }
    } else {
      Suggestion suggestion = Suggestion.forKey(section, name.getValue());
      suggestion.meant().ifPresent(meant::add);
      mistakes.add(Place.of(name), path, "is not a known key", suggestion.remedy());
    }
  }

  private static String path(String section, String name) {
    return section.isEmpty() ? name : section + "." + name;
  }
}
