package org.postrider.schedule;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folders under watch. For one thread. */
final class WatchedTree {

  private static final Logger LOG = LoggerFactory.getLogger(WatchedTree.class);

  /** Large, busy, and no place for essays. */
  private static final Set<String> SKIPPED = Set.of(".git", "node_modules", "_site");

  private static final WatchEvent.Kind<?>[] EVERYTHING = {
    StandardWatchEventKinds.ENTRY_CREATE,
    StandardWatchEventKinds.ENTRY_MODIFY,
    StandardWatchEventKinds.ENTRY_DELETE
  };

  private final WatchService service;
  private Set<WatchKey> watched = Set.of();
  private boolean complained;

  WatchedTree(WatchService service) {
    this.service = service;
  }

  /** Watches all of {@code roots} and below that exists now, and nothing else any more. */
  void watch(List<Path> roots) {
    Set<WatchKey> now = new HashSet<>();
    roots.forEach(root -> watchBelow(root, now));
    watched.stream().filter(key -> !now.contains(key)).forEach(WatchKey::cancel);
    watched = now;
  }

  /** Whether one of {@code roots} appeared or was replaced by another since. */
  boolean hasNewRoots(List<Path> roots) {
    boolean found = false;
    for (Path root : roots) {
      Optional<WatchKey> key = register(root);
      found |= key.isPresent() && !watched.contains(key.get());
    }
    return found;
  }

  private void watchBelow(Path root, Set<WatchKey> keys) {
    try {
      // The walk follows no links, but a root may be one.
      Path start = root.toRealPath();
      Files.walkFileTree(start, new Registration(start, keys));
    } catch (NoSuchFileException missing) {
      LOG.debug("folder={} is missing, looking for it again", root);
    } catch (IOException fault) {
      complain(root, fault);
    }
  }

  private Optional<WatchKey> register(Path folder) {
    try {
      return Optional.of(folder.register(service, EVERYTHING));
    } catch (NoSuchFileException | NotDirectoryException gone) {
      return Optional.empty();
    } catch (IOException fault) {
      complain(folder, fault);
      return Optional.empty();
    }
  }

  /** Once: a system short of watches stays so. */
  private void complain(Path folder, IOException fault) {
    if (!complained) {
      complained = true;
      LOG.warn(
          "folder={} can't be watched ({}); its changes are seen on the schedule",
          folder,
          fault.toString());
    }
  }

  private final class Registration extends SimpleFileVisitor<Path> {

    private final Path start;
    private final Set<WatchKey> keys;

    Registration(Path start, Set<WatchKey> keys) {
      this.start = start;
      this.keys = keys;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (!folder.equals(start) && SKIPPED.contains(folder.getFileName().toString())) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      register(folder).ifPresent(keys::add);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException fault) {
      // Deleted while the walk went on, or not ours to read.
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException fault) {
      return FileVisitResult.CONTINUE;
    }
  }
}
