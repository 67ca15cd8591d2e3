package org.postrider.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The class files of the program, and what each of them uses. */
public final class CompiledProgram {

  private final JavaClasses classes;

  private CompiledProgram(JavaClasses classes) {
    this.classes = classes;
  }

  /** The classes below {@code folder}. */
  public static CompiledProgram in(Path folder) {
    return new CompiledProgram(new ClassFileImporter().importPath(folder));
  }

  /** The packages below {@code org.postrider} that hold a class. */
  public Set<String> packages() {
    return classes.stream()
        .map(type -> new Dependency(type.getName(), "").fromPackage())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Binary names of all named classes. */
  public List<String> classNames() {
    return classes.stream()
        .filter(type -> !type.isAnonymousClass())
        .map(JavaClass::getName)
        .toList();
  }

  /** What each class uses of others; arrays count as their elements. */
  public Set<Dependency> dependencies() {
    return classes.stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .filter(use -> !use.getTargetClass().getBaseComponentType().isPrimitive())
        .map(
            use ->
                new Dependency(
                    use.getOriginClass().getName(),
                    use.getTargetClass().getBaseComponentType().getName()))
        .collect(Collectors.toSet());
  }
}
