package org.postrider.post;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the files of a site that are posts, and the folders that hold them. Links are followed
 * within the folder only: what lies outside is not the author's to publish.
 */
final class FolderScan {
  private static final int MAX_DEPTH = 60;

  private final Path root;
  private final Path realRoot;
  private final FileNames names;
  private final Set<Path> visited = new HashSet<>();
  private final Map<String, Path> posts = new TreeMap<>();
  private final List<PostFile.Broken> broken = new ArrayList<>();
  private final List<Path> folders = new ArrayList<>();
  private final List<String> undated = new ArrayList<>();

  private FolderScan(Path root, FileNames names) throws IOException {
    this.root = root;
    this.realRoot = root.toRealPath();
    this.names = names;
  }

  /**
   * @throws IOException when {@code root} itself can't be listed
   */
  static FolderScan of(Path root, FileNames names) throws IOException {
    FolderScan scan = new FolderScan(root, names);
    scan.visited.add(scan.realRoot);
    scan.list(root, names.startsAmongPosts(), 0);
    return scan;
  }

  /** By path below the root, with {@code /} on every system. */
  Map<String, Path> posts() {
    return posts;
  }

  /** What should be a post by its place and name but can't be opened as one. */
  List<PostFile.Broken> broken() {
    return broken;
  }

  /** Files among posts that their names keep from being one. */
  List<String> undated() {
    return undated;
  }

  List<Path> folders() {
    return folders;
  }

  private void list(Path folder, boolean amongPosts, int depth) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    if (amongPosts) {
      folders.add(folder);
    }
    for (Path entry : entries) {
      visit(entry, amongPosts, depth);
    }
  }

  private void visit(Path entry, boolean amongPosts, int depth) {
    String name = entry.getFileName().toString();
    boolean folder = Files.isDirectory(entry);
    boolean below = amongPosts || names.isPostsFolder(name);
    if (!folder && amongPosts && names.isUndated(name)) {
      undated.add(path(entry));
    }
    if (folder ? !names.isEntered(name) : !(amongPosts && names.isConsidered(name))) {
      return;
    }
    try {
      if (leadsOutside(entry)) {
        if (below) {
          report(
              entry,
              "the link \"" + name + "\" leads out of the site's folder",
              "put the files themselves there");
        }
      } else if (!folder) {
        consider(entry, name);
      } else if (depth < MAX_DEPTH && visited.add(entry.toRealPath())) {
        list(entry, below, depth + 1);
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      // It vanished during the look: as if it had not been there.
    } catch (IOException e) {
      if (below) {
        report(entry, "\"" + name + "\" can't be opened: " + reason(e), "check who may read it");
      }
    }
  }

  private boolean leadsOutside(Path entry) throws IOException {
    return Files.isSymbolicLink(entry) && !entry.toRealPath().startsWith(realRoot);
  }

  private void consider(Path entry, String name) {
    if (!Files.isRegularFile(entry) && !Files.isSymbolicLink(entry)) {
      return;
    }
    if (names.isPost(name)) {
      posts.put(path(entry), entry);
    } else if (names.isMisnamed(name) && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
      report(
          entry,
          "\"" + name + "\" is named like a post, but its extension is not a post's",
          "rename it to .md, or move it out of the folder");
    }
  }

  private void report(Path entry, String reason, String remedy) {
    String path = path(entry);
    broken.add(
        new PostFile.Broken(
            path, Sha256.of(path + reason), new PostProblem(path, 0, 0, reason, remedy)));
  }

  static String reason(IOException e) {
    return e.getMessage() == null || e.getMessage().isBlank()
        ? e.getClass().getSimpleName()
        : e.getClass().getSimpleName() + " " + e.getMessage();
  }

  private String path(Path entry) {
    StringBuilder path = new StringBuilder();
    for (Path part : root.relativize(entry)) {
      path.append(path.isEmpty() ? "" : "/").append(part);
    }
    return path.toString();
  }
}
