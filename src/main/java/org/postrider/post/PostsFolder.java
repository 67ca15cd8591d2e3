package org.postrider.post;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.postrider.config.SiteSettings;
import org.postrider.post.source.SourceText;

/**
 * The author's folder. Remembers what it read, so that a file is read again only when its size,
 * times or inode changed; reads many files at once. Used by one thread at a time, but for {@link
 * #site} and {@link #watched}.
 */
public final class PostsFolder {

  /**
   * @param linking whether what the post shows depends on other files
   */
  private record Seen(Path file, FileStamp stamp, PostFile result, boolean linking) {}

  private final SiteSettings settings;
  private final SiteWatch watch;
  private Map<String, Seen> seen = Map.of();
  private volatile Optional<Site> site = Optional.empty();
  private volatile List<Path> folders = List.of();

  /** What posts could link to at the last look. */
  private PostLinks links = PostLinks.NONE;

  public PostsFolder(SiteSettings settings) {
    this.settings = settings;
    this.watch = new SiteWatch(settings);
  }

  /**
   * Looks at the folder now. A post that can't be read is a {@link PostFile.Broken} and stops
   * nothing else; a file that vanishes during the look is as if it had not been there. While the
   * site's own configuration is broken its last good state stands, and it is among the broken
   * files.
   */
  public FolderReading read() {
    Path root = settings.folder();
    SiteWatch.Sight sight = watch.look();
    if (!Files.isDirectory(root)) {
      return absent(sight.site(), "the folder " + root + " does not exist; check site.folder");
    }
    if (!sight.fault().isEmpty()) {
      return absent(sight.site(), sight.fault());
    }
    try {
      return read(sight, FolderScan.of(root, sight.names()));
    } catch (IOException e) {
      return absent(
          sight.site(),
          "the folder "
              + root
              + " can't be listed ("
              + FolderScan.reason(e)
              + "); check who may read it");
    }
  }

  private static FolderReading absent(Site site, String fault) {
    return new FolderReading(site, false, fault, List.of(), Map.of(), List.of());
  }

  private FolderReading read(SiteWatch.Sight sight, FolderScan scan) {
    Map<String, Seen> before = site.equals(Optional.of(sight.site())) ? seen : Map.of();
    links = new FolderLinks(settings.folder(), sight.site(), scan.posts()).links();
    PostReader reader = new PostReader(sight.site(), links);
    Map<String, Seen> now = new ConcurrentHashMap<>();
    scan.posts().entrySet().parallelStream()
        .forEach(
            post ->
                look(post.getKey(), post.getValue(), before, reader)
                    .ifPresent(s -> now.put(post.getKey(), s)));
    if (!sameResults(before, now)) {
      now.replaceAll(
          (path, s) -> s.linking() && before.get(path) == s ? again(path, s, reader) : s);
    }
    seen = now;
    site = Optional.of(sight.site());
    folders = List.copyOf(scan.folders());
    List<PostFile> files = new ArrayList<>(scan.broken());
    sight.broken().ifPresent(files::add);
    Map<String, Instant> touched = new HashMap<>();
    now.forEach(
        (path, s) -> {
          files.add(s.result());
          touched.put(path, s.stamp().touched());
        });
    files.sort(Comparator.comparing(PostFile::path));
    return new FolderReading(
        sight.site(),
        true,
        "",
        List.copyOf(files),
        Map.copyOf(touched),
        List.copyOf(scan.undated()));
  }

  private static boolean sameResults(Map<String, Seen> before, Map<String, Seen> now) {
    return before.size() == now.size()
        && now.entrySet().stream().allMatch(e -> before.get(e.getKey()) == e.getValue());
  }

  private static Optional<Seen> look(
      String path, Path file, Map<String, Seen> before, PostReader reader) {
    try {
      FileStamp stamp = FileStamp.of(file);
      Seen known = before.get(path);
      if (known != null && known.stamp().equals(stamp)) {
        return Optional.of(known);
      }
      return Optional.of(fresh(path, file, stamp, reader));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(unreadable(path, file, e));
    }
  }

  private static Seen again(String path, Seen seen, PostReader reader) {
    try {
      return fresh(path, seen.file(), FileStamp.of(seen.file()), reader);
    } catch (IOException e) {
      // The next look will say what became of it.
      return seen;
    }
  }

  private static Seen fresh(String path, Path file, FileStamp stamp, PostReader reader)
      throws IOException {
    if (stamp.size() > SourceText.MAX_BYTES) {
      PostProblem problem = PostReader.problem(path, SourceText.tooLarge(stamp.size()));
      PostFile broken = new PostFile.Broken(path, Sha256.of(stamp.toString()), problem);
      return new Seen(file, stamp, broken, false);
    }
    byte[] bytes = bounded(file);
    return new Seen(file, stamp, reader.read(path, bytes), FolderLinks.isIn(bytes));
  }

  private static Seen unreadable(String path, Path file, IOException e) {
    String reason = "the file can't be read: " + FolderScan.reason(e);
    PostProblem problem = new PostProblem(path, 0, 0, reason, "check who may read it");
    // No stamp equals this one, so that the next look tries again.
    FileStamp never = new FileStamp(-1, FileTime.fromMillis(0), "", FileTime.fromMillis(0));
    return new Seen(file, never, new PostFile.Broken(path, Sha256.of(reason), problem), false);
  }

  private static byte[] bounded(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(SourceText.MAX_BYTES + 1);
    }
  }

  /**
   * What the last look would have made of {@code bytes} at {@code path}: an earlier form of a post
   * links to the others as they are now.
   */
  public PostFile read(String path, byte[] bytes) {
    return new PostReader(site(), links).read(path, bytes);
  }

  /**
   * The site as the last look found it, or as its configuration describes it when there was none
   * yet. Safe for use by several threads.
   */
  public Site site() {
    return site.orElseGet(() -> new SiteWatch(settings).look().site());
  }

  /**
   * The folders to watch for changes: the site's own for its configuration, and those that held
   * posts at the last look. Safe for use by several threads.
   */
  public List<Path> watched() {
    List<Path> watched = new ArrayList<>(List.of(settings.folder()));
    folders.stream().filter(folder -> !watched.contains(folder)).forEach(watched::add);
    return List.copyOf(watched);
  }

  /**
   * The bytes of the file at {@code path} below the site's folder, as {@link #read} last saw them.
   *
   * @throws IOException when the file can't be read, was no post at the last look, or has changed
   *     since
   */
  public byte[] bytes(String path) throws IOException {
    Seen known = seen.get(path);
    if (known == null) {
      throw new NoSuchFileException(path, null, "it was no post at the last look at the folder");
    }
    byte[] bytes = bounded(known.file());
    if (!Sha256.of(bytes).equals(known.result().hash())) {
      throw new IOException(path + " has changed since the last look at the folder");
    }
    return bytes;
  }
}
