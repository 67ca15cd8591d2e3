package org.postrider.post;

import java.util.Optional;

/** One file of the posts folder as a scan found it. */
public sealed interface PostFile {

  /** Below the site's folder, with {@code /} on every system. */
  String path();

  /** Of the file's bytes, hexadecimal; of the error when they could not be read. */
  String hash();

  /** The post in the file, when it can be read. */
  default Optional<Post> readable() {
    return this instanceof Readable file ? Optional.of(file.post()) : Optional.empty();
  }

  /** A file that is a post. */
  record Readable(Post post) implements PostFile {
    @Override
    public String path() {
      return post.path();
    }

    @Override
    public String hash() {
      return post.hash();
    }
  }

  /** A file that should be a post and can't be read as one. */
  record Broken(String path, String hash, PostProblem problem) implements PostFile {}
}
