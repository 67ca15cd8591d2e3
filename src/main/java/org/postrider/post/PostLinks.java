package org.postrider.post;

import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the other files of a site that a post's Liquid names.
 *
 * @param post the URL of the post called so: its path below a posts folder, without extension
 * @param file the URL of the file at a path below the site's folder
 */
record PostLinks(Function<String, Optional<String>> post, Function<String, Optional<String>> file) {

  /** Knows no other file. */
  static final PostLinks NONE = new PostLinks(name -> Optional.empty(), path -> Optional.empty());
}
