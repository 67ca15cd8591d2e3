package org.postrider.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.postrider.store.Facts;
import org.postrider.store.ProcessLock;

/**
 * The operator's word on posts: hold, release, announce, skip, and taking the folder as it is.
 * Works beside a daemon, which acts upon it within two seconds; without one, the next pass does.
 */
public final class PostOrders {

  /** Counts orders, so that a daemon sees there are new ones. */
  static final String COUNTER = "posts.orders";

  private static final Duration LOCK_LIMIT = Duration.ofMinutes(1);

  private final PublishRun.Desk desk;
  private final KnownPosts posts = new KnownPosts();

  public PostOrders(PublishRun.Desk desk) {
    this.desk = desk;
  }

  /** What the operator can say of a post. */
  public enum Order {
    HOLD(Event.HOLD, "Held"),
    RELEASE(Event.RELEASE, "Released"),
    ANNOUNCE(Event.ANNOUNCE, "Announced"),
    SKIP(Event.SKIP, "Skipped");

    private final Event event;
    private final String done;

    Order(Event event, String done) {
      this.event = event;
      this.done = done;
    }
  }

  /**
   * What came of one order.
   *
   * @param said a sentence for the operator
   */
  public record Answer(boolean done, String said) {}

  /**
   * Applies {@code order} to the posts named by path, file name, slug or id; each gets its own
   * answer.
   */
  public List<Answer> give(Order order, List<String> names) throws InterruptedException {
    return locked(
        handle -> {
          List<Answer> answers = new ArrayList<>();
          List<KnownPost> known = posts.all(handle);
          for (String name : names) {
            answers.add(give(handle, order, name, known));
          }
          return answers;
        });
  }

  private Answer give(Handle handle, Order order, String name, List<KnownPost> known) {
    List<KnownPost> meant = known.stream().filter(post -> isNamed(post, name)).toList();
    if (meant.isEmpty()) {
      return new Answer(
          false,
          "no post is called \""
              + name
              + "\"; `postrider posts list` shows them (a new one is known after the next scan).");
    }
    if (meant.size() > 1) {
      return new Answer(
          false,
          "\""
              + name
              + "\" could be "
              + String.join(" or ", meant.stream().map(KnownPost::path).toList())
              + "; give the path.");
    }
    KnownPost post = meant.get(0);
    Instant now = desk.clock().instant();
    KnownPost next = post.after(order.event, now);
    if (next.standing() == post.standing()) {
      return new Answer(false, post.path() + " stays as it is: " + post.shown().why() + ".");
    }
    boolean fileDecides =
        switch (post.shown().state()) {
          case DRAFT, FUTURE, BROKEN, GONE, SETTLING -> true;
          case BASELINE, NEWS, HELD, ANNOUNCED, SKIPPED -> false;
        };
    KnownPost shown = fileDecides ? next : next.with(Showing.standing(next, Doubt.Finding.NONE));
    posts.save(handle, shown, Optional.empty());
    return new Answer(
        true,
        order.done + " " + post.path() + (fileDecides ? " (" + post.shown().why() + ")." : "."));
  }

  private static boolean isNamed(KnownPost post, String name) {
    String file = post.path().substring(post.path().lastIndexOf('/') + 1);
    return !name.isEmpty()
        && (post.path().equals(name)
            || file.equals(name)
            || post.feedId().equals(name)
            || post.version().filter(version -> version.slug().equals(name)).isPresent());
  }

  /** Takes the folder as it is at the next scan, however many posts are missing. */
  public Answer accept() throws InterruptedException {
    return locked(
        handle -> {
          Facts.put(handle, "scan.accept", desk.clock().instant().toString());
          return new Answer(true, "The next scan takes the folder as it is.");
        });
  }

  private <T> T locked(Function<Handle, T> work) throws InterruptedException {
    ProcessLock lock =
        ProcessLock.take(desk.dataFolder(), "scan", LOCK_LIMIT)
            .orElseThrow(
                () ->
                    new PublishRun.ScanBusy(
                        "a scan has been running for more than "
                            + LOCK_LIMIT.toSeconds()
                            + " s; try again later"));
    try {
      return desk.database()
          .inTransaction(
              handle -> {
                long orders = Facts.get(handle, COUNTER).map(Long::parseLong).orElse(0L);
                Facts.put(handle, COUNTER, Long.toString(orders + 1));
                return work.apply(handle);
              });
    } finally {
      lock.close();
    }
  }

  /**
   * How many orders were ever given: another number than before means that there is something to
   * do.
   */
  public long given() {
    return desk.database()
        .read(handle -> Facts.get(handle, COUNTER).map(Long::parseLong).orElse(0L));
  }
}
