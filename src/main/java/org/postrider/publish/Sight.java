package org.postrider.publish;

import java.time.Instant;
import java.util.Optional;
import org.postrider.post.Post;
import org.postrider.post.PostFile;

/**
 * One file of a reading with its row.
 *
 * @param rested whether it has been unchanged long enough, or is as it was when it last was
 * @param restsAt when it will have been
 */
record Sight(KnownPost post, PostFile file, boolean rested, Instant restsAt) {

  Optional<Post> readable() {
    return file.readable();
  }
}
