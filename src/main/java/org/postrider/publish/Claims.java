package org.postrider.publish;

import java.net.URI;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds posts that claim one URL. It belongs to the one whose settled form already has it, else to
 * the first seen.
 */
final class Claims {

  private Claims() {}

  /** For each post whose URL is another's, the owner; by number. */
  static Map<Long, Sight> conflicts(List<Sight> sights) {
    Map<URI, Sight> owners = new HashMap<>();
    Map<Long, Sight> conflicts = new HashMap<>();
    sights.stream()
        .filter(sight -> sight.readable().filter(post -> !post.draft()).isPresent())
        .sorted(
            Comparator.comparing((Sight sight) -> !holds(sight))
                .thenComparing(sight -> sight.post().number()))
        .forEach(
            sight -> {
              Sight owner = owners.putIfAbsent(sight.readable().orElseThrow().url(), sight);
              if (owner != null) {
                conflicts.put(sight.post().number(), owner);
              }
            });
    return conflicts;
  }

  private static boolean holds(Sight sight) {
    return sight
        .post()
        .version()
        .filter(version -> version.url().equals(sight.readable().orElseThrow().url()))
        .isPresent();
  }
}
