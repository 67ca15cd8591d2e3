package org.postrider.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The author's folder: a site in Jekyll's shape. */
final class BlogFolder {

  private final Path posts;

  private BlogFolder(Path posts) {
    this.posts = posts;
  }

  static BlogFolder in(Path folder) throws IOException {
    BlogFolder blog = new BlogFolder(folder.resolve("_posts"));
    Files.createDirectories(blog.posts);
    Files.writeString(
        folder.resolve("_config.yml"),
        """
        title: A Tested Blog
        url: https://blog.example
        permalink: /blog/:year/:title/
        lang: en
        """);
    return blog;
  }

  /** An essay in good order, called {@code 2024-01-01-SLUG.md}. */
  void essay(String slug, String title) throws IOException {
    write(
        "2024-01-01-" + slug + ".md",
        """
        ---
        title: %s
        date: 2024-01-01 09:00:00 +0000
        ---

        This is the essay called %s, and these are all its words.
        """
            .formatted(title, title));
  }

  /** A file with just this text. */
  void write(String name, String text) throws IOException {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  void write(String name, byte[] bytes) throws IOException {
    Files.write(posts.resolve(name), bytes);
  }
}
