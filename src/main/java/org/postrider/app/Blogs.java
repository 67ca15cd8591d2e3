package org.postrider.app;

import org.postrider.letter.EditionPress;
import org.postrider.post.PostsFolder;
import org.postrider.post.Site;

/**
 * What letters and pages say of the blog, as the site's configuration has it now. Safe for use by
 * several threads.
 */
final class Blogs {

  private final PostsFolder folder;

  Blogs(PostsFolder folder) {
    this.folder = folder;
  }

  EditionPress.Blog blog() {
    Site site = folder.site();
    return new EditionPress.Blog(
        site.title(), site.url(), site.language(), site.author(), site.timeZone());
  }
}
