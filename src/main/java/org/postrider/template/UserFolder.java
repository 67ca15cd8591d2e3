package org.postrider.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The folder of templates that the user may edit, and may leave out. */
final class UserFolder {

  private static final int DEEPEST = 8;
  private static final int MOST = 1000;
  private static final int LARGEST = 1 << 20;

  private final Path folder;

  UserFolder(Path folder) {
    this.folder = folder;
  }

  /** By what a change of a file is noticed. */
  record Stamp(FileTime changed, long size) {}

  Path file(String name) {
    return folder.resolve(name);
  }

  /** The templates that are there now, by name; none when there is no such folder. */
  SortedMap<String, Stamp> stamps() {
    Walk walk = new Walk();
    if (Files.isDirectory(folder)) {
      try {
        Files.walkFileTree(folder, Set.of(), DEEPEST, walk);
      } catch (IOException e) {
        throw new UncheckedIOException("the folder of templates can't be looked through", e);
      }
    }
    return walk.stamps;
  }

  /** Reads the named templates; one that can't be read becomes a problem. */
  Sources read(Iterable<String> names) {
    Map<String, String> texts = new HashMap<>();
    Map<String, TemplateProblem> unreadable = new HashMap<>();
    for (String name : names) {
      read(name, texts, unreadable);
    }
    return new Sources(this, texts, unreadable);
  }

  private void read(
      String name, Map<String, String> texts, Map<String, TemplateProblem> unreadable) {
    Path file = file(name);
    try {
      if (!file.toRealPath().startsWith(folder.toRealPath())) {
        unreadable.put(
            name, problem(file, 0, "leads out of the templates", "put the file itself there"));
      } else if (Files.size(file) > LARGEST) {
        unreadable.put(name, problem(file, 0, "is larger than 1 MB", "make it smaller"));
      } else {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        CharBuffer text = CharBuffer.allocate(bytes.remaining());
        boolean broken =
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(bytes, text, true)
                .isError();
        text.flip();
        if (broken) {
          int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
          unreadable.put(
              name, problem(file, line, "is not UTF-8 text", "save it in the UTF-8 encoding"));
        } else {
          texts.put(name, text.toString());
        }
      }
    } catch (IOException e) {
      unreadable.put(
          name,
          problem(
              file,
              0,
              "can't be read (" + e.getClass().getSimpleName() + ")",
              "let the user that runs Postrider read it"));
    }
  }

  private static TemplateProblem problem(Path file, int line, String reason, String remedy) {
    return new TemplateProblem(file.toString(), line, reason, remedy);
  }

  /** Sees every template once. What vanishes under the walk is gone, and no more than that. */
  private final class Walk extends SimpleFileVisitor<Path> {

    private final SortedMap<String, Stamp> stamps = new TreeMap<>();
    private int seen;

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      boolean hidden = directory.getFileName().toString().startsWith(".");
      return hidden && !directory.equals(folder)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      if (Source.isName(name)) {
        follow(file, attributes)
            .filter(BasicFileAttributes::isRegularFile)
            .ifPresent(a -> stamps.put(name, new Stamp(a.lastModifiedTime(), a.size())));
      }
      // A folder of so many files was named by mistake, which must not slow down every letter.
      return ++seen < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException e) {
      return FileVisitResult.CONTINUE;
    }

    private static Optional<BasicFileAttributes> follow(Path file, BasicFileAttributes known) {
      try {
        return Optional.of(
            known.isSymbolicLink() ? Files.readAttributes(file, BasicFileAttributes.class) : known);
      } catch (IOException e) {
        return Optional.empty();
      }
    }
  }
}
