package org.postrider.template;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The texts of the user's templates at one moment.
 *
 * @param unreadable those that are there and yet have no text, with the reason
 */
record Sources(
    UserFolder folder, Map<String, String> texts, Map<String, TemplateProblem> unreadable) {

  static Sources none(UserFolder folder) {
    return new Sources(folder, Map.of(), Map.of());
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(texts.get(name));
  }

  boolean has(String name) {
    return texts.containsKey(name) || unreadable.containsKey(name);
  }

  Set<String> names() {
    return texts.keySet();
  }

  /** How a problem names the template: the user's file, or the bare name of a shipped one. */
  String file(String name) {
    return has(name) ? folder.file(name).toString() : name;
  }
}
