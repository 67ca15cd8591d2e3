package org.postrider.post;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.postrider.post.site.PostName;
import org.postrider.post.source.SourceText;
import org.postrider.post.url.UrlText;

/**
 * Answers, from one look at the folder, what {@code post_url} and {@code link} ask for. Safe for
 * use by several threads.
 */
final class FolderLinks {
  private final Path root;
  private final Site site;
  private final Map<String, Path> posts;
  private final PostReader reader;
  private final Map<String, Optional<String>> answers = new ConcurrentHashMap<>();
  private final Map<String, String> byName = new HashMap<>();

  FolderLinks(Path root, Site site, Map<String, Path> posts) {
    this.root = root;
    this.site = site;
    this.posts = posts;
    this.reader = new PostReader(site);
    for (String path : posts.keySet()) {
      String below = ("/" + path).replaceFirst(".*?/_posts/", "");
      String file = path.substring(path.lastIndexOf('/') + 1);
      byName.putIfAbsent(PostName.withoutExtension(file), path);
      byName.put(PostName.withoutExtension(below), path);
    }
  }

  /** Whether the post in {@code bytes} asks for other files. */
  static boolean isIn(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.contains("{%") && (text.contains("post_url") || text.contains("link "));
  }

  PostLinks links() {
    return new PostLinks(this::post, this::file);
  }

  private Optional<String> post(String name) {
    String key = name.startsWith("/") ? name.substring(1) : name;
    return Optional.ofNullable(byName.get(key)).flatMap(this::url);
  }

  private Optional<String> file(String path) {
    String key = path.startsWith("/") ? path.substring(1) : path;
    if (posts.containsKey(key)) {
      return url(key);
    }
    try {
      boolean exists = !key.contains("..") && Files.isRegularFile(root.resolve(key));
      String base = site.url().getRawPath();
      return exists
          ? Optional.of(UrlText.join(base == null ? "" : base, UrlText.encode(key)))
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private Optional<String> url(String path) {
    return answers.computeIfAbsent(path, this::read);
  }

  private Optional<String> read(String path) {
    try {
      Path file = posts.get(path);
      if (Files.size(file) > SourceText.MAX_BYTES) {
        return Optional.empty();
      }
      return reader.url(path, Files.readAllBytes(file)).map(URI::getRawPath);
    } catch (IOException e) {
      // A post that can't be read has no page; the caller says that the link leads nowhere.
      return Optional.empty();
    }
  }
}
