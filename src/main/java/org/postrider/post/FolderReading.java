package org.postrider.post;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one look at the posts folder found.
 *
 * @param site as the site's configuration describes it now
 * @param present whether the folder exists and could be listed
 * @param fault why it could not be listed; empty when {@code present}
 * @param files in the order of their paths
 * @param touched for each path, when the file system says that the file last changed in content or
 *     name: the later of its modification and (where there is one) inode change time; a hint for
 *     the very first look only
 * @param undated files among a Jekyll site's posts whose names hold no date, so that they are none
 */
public record FolderReading(
    Site site,
    boolean present,
    String fault,
    List<PostFile> files,
    Map<String, Instant> touched,
    List<String> undated) {

  /** The posts that can be read, by their paths. */
  public Map<String, Post> posts() {
    return files.stream()
        .flatMap(file -> file.readable().stream())
        .collect(Collectors.toMap(Post::path, post -> post));
  }
}
