package org.postrider.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which package may use which, read from the table that programmers read. {@code config} and {@code
 * monitor} stand under all. A room such as {@code post.liquid} belongs to its house {@code post}:
 * nobody outside the house enters it, and it knows its fellow rooms and what the house may use, but
 * not the house itself.
 */
public final class PackageMap {

  private static final Set<String> UNDER_ALL = Set.of("config", "monitor");

  // | `post` | its one job | store template |
  private static final Pattern ROW =
      Pattern.compile("^\\| `([a-z]+)` \\|[^|]*\\| ([a-z –]+?) *\\|$", Pattern.MULTILINE);

  private final String source;
  private final Map<String, Set<String>> mayUse;

  /**
   * @param source what to name in complaints
   * @param mayUse from the lowest package to the highest
   */
  PackageMap(String source, Map<String, Set<String>> mayUse) {
    this.source = source;
    this.mayUse = mayUse;
  }

  /** The table in {@code page}. */
  public static PackageMap read(Path page) throws IOException {
    Map<String, Set<String>> rows = new LinkedHashMap<>();
    Matcher row = ROW.matcher(Files.readString(page));
    while (row.find()) {
      rows.put(row.group(1), mayUse(row.group(2), rows.keySet()));
    }
    return new PackageMap(page.toString(), rows);
  }

  private static Set<String> mayUse(String cell, Set<String> above) {
    return switch (cell) {
      case "–" -> Set.of();
      case "all above" -> new TreeSet<>(above);
      default -> new TreeSet<>(List.of(cell.split(" ")));
    };
  }

  /** Everything in which the map itself or the program's packages disagree with it. */
  public List<String> complaintsAboutPackages(Collection<String> packages) {
    Set<String> houses =
        packages.stream().map(Dependency::houseOf).collect(Collectors.toCollection(TreeSet::new));
    List<String> complaints = new ArrayList<>();
    for (String house : houses) {
      if (!mayUse.containsKey(house)) {
        complaints.add(house + " is not on the map in " + source + "; give it a row there.");
      }
    }
    Set<String> above = new TreeSet<>();
    mayUse.forEach(
        (name, allowed) -> {
          if (!houses.contains(name)) {
            complaints.add(name + " stands on the map in " + source + " and does not exist.");
          }
          allowed.stream()
              .filter(other -> !above.contains(other))
              .map(
                  other ->
                      name + " may use " + other + ", which does not stand above it in " + source)
              .forEach(complaints::add);
          above.add(name);
        });
    return complaints;
  }

  /** Every dependency that the map forbids, as one sentence each. */
  public List<String> complaints(Collection<Dependency> dependencies) {
    return dependencies.stream()
        .filter(Dependency::isWithinTheProgram)
        .filter(dependency -> !dependency.fromPackage().equals(dependency.toPackage()))
        .flatMap(this::complaint)
        .sorted()
        .distinct()
        .toList();
  }

  private Stream<String> complaint(Dependency dependency) {
    String from = dependency.fromPackage();
    String to = dependency.toPackage();
    String house = Dependency.houseOf(from);
    if (house.equals(Dependency.houseOf(to))) {
      return to.equals(house)
          ? Stream.of(
              "%s must not use %s: %s; a room knows nothing of its house."
                  .formatted(from, to, dependency))
          : Stream.empty();
    }
    if (!to.equals(Dependency.houseOf(to))) {
      return Stream.of(
          "%s must not use %s: %s; only %s enters its own rooms."
              .formatted(from, to, dependency, Dependency.houseOf(to)));
    }
    return allowed(house).contains(to)
        ? Stream.empty()
        : Stream.of(
            "%s must not use %s: %s; the map in %s allows %s to use %s."
                .formatted(from, to, dependency, source, house, inWords(allowed(house))));
  }

  /** The packages on the map, rooms not among them. */
  Set<String> houses() {
    return mayUse.keySet();
  }

  /** The packages that {@code house} may use. */
  Set<String> allowed(String house) {
    Set<String> allowed = new TreeSet<>(mayUse.getOrDefault(house, Set.of()));
    if (!UNDER_ALL.contains(house)) {
      allowed.addAll(UNDER_ALL);
    }
    return allowed;
  }

  private static String inWords(Set<String> names) {
    return names.isEmpty() ? "no other package" : String.join(", ", names);
  }
}
