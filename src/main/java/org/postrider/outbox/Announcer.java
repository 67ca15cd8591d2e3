package org.postrider.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.postrider.letter.Edition;
import org.postrider.letter.EditionPress;
import org.postrider.post.Post;

/**
 * Brings essays into the ledger. Printing an edition is slow and stands outside of any transaction;
 * queueing it is one statement inside the caller's.
 */
public final class Announcer {

  private final EditionPress press;
  private final Supplier<EditionPress.Blog> blog;
  private final Outbox outbox;

  public Announcer(EditionPress press, Supplier<EditionPress.Blog> blog, Outbox outbox) {
    this.press = press;
    this.blog = blog;
    this.outbox = outbox;
  }

  /**
   * Prints the edition of {@code post}.
   *
   * @param id under which feeds show the post
   * @param html its rendered body
   */
  public Announcement print(Post post, String id, String html) {
    List<String> topics = new ArrayList<>(post.categories());
    topics.addAll(post.tags());
    return new Announcement(press.essay(blog.get(), post, html), id, post.language(), topics);
  }

  /** Addresses the edition to everyone who wants it, and says to how many. */
  public int queue(Handle handle, Announcement announcement, Instant now) {
    return outbox.announce(
        handle,
        announcement.edition,
        announcement.id,
        announcement.language,
        announcement.topics,
        now,
        now);
  }

  /** A printed edition that is not in the ledger yet. */
  public static final class Announcement {

    private final Edition edition;
    private final String id;
    private final String language;
    private final List<String> topics;

    private Announcement(Edition edition, String id, String language, List<String> topics) {
      this.edition = edition;
      this.id = id;
      this.language = language;
      this.topics = List.copyOf(topics);
    }
  }
}
