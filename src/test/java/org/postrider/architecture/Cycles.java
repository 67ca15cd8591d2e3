package org.postrider.architecture;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Looks for packages, rooms included, that use each other in a ring. */
public final class Cycles {

  private final Map<String, Map<String, Dependency>> uses = new TreeMap<>();
  private final Set<String> cleared = new HashSet<>();
  private final Deque<String> path = new ArrayDeque<>();
  private final Set<String> complaints = new TreeSet<>();

  private Cycles() {}

  /** One sentence for each ring that was met, with a dependency of each of its links. */
  public static List<String> complaints(Collection<Dependency> dependencies) {
    Cycles search = new Cycles();
    dependencies.stream()
        .filter(Dependency::isWithinTheProgram)
        .filter(dependency -> !dependency.fromPackage().equals(dependency.toPackage()))
        .forEach(search::add);
    search.uses.keySet().forEach(search::follow);
    return List.copyOf(search.complaints);
  }

  private void add(Dependency dependency) {
    uses.computeIfAbsent(dependency.fromPackage(), from -> new TreeMap<>())
        .putIfAbsent(dependency.toPackage(), dependency);
  }

  private void follow(String name) {
    if (path.contains(name)) {
      complaints.add(ring(name));
      return;
    }
    if (cleared.contains(name)) {
      return;
    }
    path.addLast(name);
    uses.getOrDefault(name, Map.of()).keySet().forEach(this::follow);
    path.removeLast();
    cleared.add(name);
  }

  private String ring(String start) {
    StringBuilder packages = new StringBuilder(start);
    StringBuilder links = new StringBuilder();
    Iterator<String> steps = path.iterator();
    String from = steps.next();
    while (!from.equals(start)) {
      from = steps.next();
    }
    while (steps.hasNext()) {
      String to = steps.next();
      packages.append(" → ").append(to);
      links.append(uses.get(from).get(to)).append(", ");
      from = to;
    }
    packages.append(" → ").append(start);
    links.append(uses.get(from).get(start));
    return "the packages " + packages + " form a ring: " + links;
  }
}
