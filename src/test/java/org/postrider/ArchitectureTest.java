package org.postrider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postrider.architecture.CompiledProgram;
import org.postrider.architecture.Cycles;
import org.postrider.architecture.Dependency;
import org.postrider.architecture.LibraryHomes;
import org.postrider.architecture.Names;
import org.postrider.architecture.PackageMap;
import org.postrider.architecture.SourceProgram;
import org.postrider.architecture.StaticState;

/** Holds the program to the map of its packages. */
class ArchitectureTest {

  private static final CompiledProgram COMPILED = CompiledProgram.in(Path.of("target/classes"));
  private static final SourceProgram SOURCES = SourceProgram.in(Path.of("src/main/java"));

  @Test
  void everyPackageStandsOnTheMapAndUsesOnlyPackagesAboveIt() throws IOException {
    assertThat(map().complaintsAboutPackages(COMPILED.packages())).isEmpty();
  }

  @Test
  void aPackageUsesOnlyWhatTheMapAllows() throws IOException {
    assertThat(map().complaints(dependencies())).isEmpty();
  }

  @Test
  void packagesAndTheirRoomsFormNoRing() throws IOException {
    assertThat(Cycles.complaints(dependencies())).isEmpty();
  }

  @Test
  void everyLibraryStaysAtHome() throws IOException {
    LibraryHomes homes = LibraryHomes.in(map());

    assertThat(homes.complaints(dependencies())).isEmpty();
  }

  @Test
  void nothingStaticChanges() {
    List<String> complaints =
        COMPILED.classNames().stream()
            .map(ArchitectureTest::load)
            .flatMap(type -> StaticState.complaints(type).stream())
            .toList();

    assertThat(complaints).isEmpty();
  }

  @Test
  void namesSayWhatAThingIs() {
    assertThat(Names.complaintsAboutClasses(COMPILED.classNames())).isEmpty();
    assertThat(Names.complaintsAboutPackages(COMPILED.packages())).isEmpty();
  }

  @Test
  void everyPackageSaysItsOneJob() throws IOException {
    assertThat(SOURCES.complaintsAboutPackageInfo()).isEmpty();
  }

  private static PackageMap map() throws IOException {
    return PackageMap.read(Path.of("src/site/markdown/flow.md"));
  }

  private static Set<Dependency> dependencies() throws IOException {
    Set<Dependency> dependencies = new HashSet<>(COMPILED.dependencies());
    dependencies.addAll(SOURCES.imports());
    return dependencies;
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, ArchitectureTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the compiled class " + name + " can't be loaded", e);
    }
  }
}
