package org.postrider.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The source files of the program: what only they show. The compiler copies constants into the
 * classes that use them, so an import line may be the only trace of a dependency.
 */
public final class SourceProgram {

  private static final Pattern IMPORT =
      Pattern.compile("^import (static )?([\\w.]+);$", Pattern.MULTILINE);

  private static final Pattern DESCRIBED_PACKAGE =
      Pattern.compile("\\A/\\*\\*\\s+(?:\\* )?\\p{Lu}.*?\\*/\\s+package ", Pattern.DOTALL);

  private final Path folder;

  private SourceProgram(Path folder) {
    this.folder = folder;
  }

  /** The sources below {@code folder}. */
  public static SourceProgram in(Path folder) {
    return new SourceProgram(folder);
  }

  /** What the import lines name; a static import names the class, not its member. */
  public Set<Dependency> imports() throws IOException {
    Set<Dependency> imports = new HashSet<>();
    for (Path file : files()) {
      String name = binaryName(file);
      Matcher line = IMPORT.matcher(Files.readString(file));
      while (line.find()) {
        String imported = line.group(2);
        imports.add(
            new Dependency(
                name,
                line.group(1) == null
                    ? imported
                    : imported.substring(0, imported.lastIndexOf('.'))));
      }
    }
    return imports;
  }

  private String binaryName(Path file) {
    String path = folder.relativize(file).toString();
    return path.substring(0, path.length() - ".java".length()).replace('/', '.');
  }

  /** One sentence for each package without a {@code package-info.java} that says its one job. */
  public List<String> complaintsAboutPackageInfo() throws IOException {
    List<String> complaints = new ArrayList<>();
    Set<Path> folders = new TreeSet<>();
    files().forEach(file -> folders.add(file.getParent()));
    for (Path packageFolder : folders) {
      Path info = packageFolder.resolve("package-info.java");
      if (!Files.exists(info)) {
        complaints.add(folder.relativize(packageFolder) + " has no package-info.java.");
      } else if (!DESCRIBED_PACKAGE.matcher(Files.readString(info)).find()) {
        complaints.add(
            folder.relativize(info) + " does not begin with a Javadoc that says the one job.");
      }
    }
    return complaints;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
