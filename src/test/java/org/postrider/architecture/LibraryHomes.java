package org.postrider.architecture;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which library lives in which packages, so that exchanging one touches these and no others. A
 * library without a home is a complaint too.
 */
public final class LibraryHomes {

  private static final Set<String> EVERYWHERE = Set.of("java.", "javax.", "org.slf4j.");

  private final Map<String, Set<String>> homes;

  LibraryHomes(Map<String, Set<String>> homes) {
    this.homes = homes;
  }

  /** The homes as this program has them. */
  public static LibraryHomes in(PackageMap map) {
    Set<String> withSql =
        map.houses().stream()
            .filter(house -> house.equals("store") || map.allowed(house).contains("store"))
            .collect(Collectors.toSet());
    Set<String> withJson = new TreeSet<>(map.houses());
    withJson.removeAll(Set.of("config", "token", "monitor"));
    Map<String, Set<String>> homes = new LinkedHashMap<>();
    homes.put("org.quartz.", Set.of("schedule"));
    homes.put("jakarta.mail.", Set.of("letter", "courier", "bounce"));
    homes.put("org.eclipse.angus.", Set.of("letter", "courier", "bounce"));
    homes.put("com.helger.", Set.of("letter"));
    homes.put("com.vladsch.flexmark.", Set.of("post"));
    homes.put("org.snakeyaml.", Set.of("config", "post"));
    homes.put("org.jsoup.", Set.of("post", "letter", "courier", "admin"));
    homes.put("com.rometools.", Set.of("feed"));
    homes.put("org.jdom2.", Set.of("feed"));
    homes.put("tools.jackson.", withJson);
    homes.put("io.pebbletemplates.", Set.of("template"));
    homes.put("org.eclipse.jetty.", Set.of("http", "web", "admin"));
    homes.put("java.sql.", Set.of("store"));
    homes.put("javax.sql.", Set.of("store"));
    homes.put("com.zaxxer.", Set.of("store"));
    homes.put("org.flywaydb.", Set.of("store"));
    homes.put("org.sqlite.", Set.of("store"));
    homes.put("org.jdbi.", withSql);
    homes.put("picocli.", Set.of("cli"));
    homes.put("ch.qos.logback.", Set.of("app", "cli"));
    return new LibraryHomes(homes);
  }

  /** Every use of a library away from its home, as one sentence each. */
  public List<String> complaints(Collection<Dependency> dependencies) {
    return dependencies.stream()
        .filter(dependency -> !dependency.isWithinTheProgram())
        .flatMap(this::complaint)
        .sorted()
        .distinct()
        .toList();
  }

  private Stream<String> complaint(Dependency dependency) {
    String from = dependency.fromPackage();
    Optional<String> library =
        homes.keySet().stream().filter(dependency.to()::startsWith).findAny();
    if (library.isEmpty()) {
      return EVERYWHERE.stream().anyMatch(dependency.to()::startsWith)
          ? Stream.empty()
          : Stream.of(
              "%s uses a library without a home: %s; name it in LibraryHomes with the packages that may use it."
                  .formatted(from, dependency));
    }
    Set<String> at = new TreeSet<>(homes.get(library.get()));
    return at.contains(Dependency.houseOf(from))
        ? Stream.empty()
        : Stream.of(
            "%s must not use %s: %s; it lives in %s only."
                .formatted(
                    from,
                    library.get().substring(0, library.get().length() - 1),
                    dependency,
                    String.join(", ", at)));
  }
}
