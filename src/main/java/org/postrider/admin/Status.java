package org.postrider.admin;

import java.util.List;
import org.postrider.outbox.Books;
import org.postrider.publish.KnownPosts;

/**
 * How things stand at one moment.
 *
 * @param editions newest first
 * @param service the letters about subscriptions taken together
 */
record Status(boolean paused, List<Books> editions, Books service, List<KnownPosts.Listed> posts) {

  static Status read(AdminSite.Records records) {
    return records
        .database()
        .read(
            handle ->
                new Status(
                    records.outbox().isPaused(handle),
                    records.outbox().books(handle),
                    records.outbox().serviceBooks(handle),
                    records.posts().list(handle)));
  }
}
