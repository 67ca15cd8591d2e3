package org.postrider.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.postrider.config.Configuration;
import org.postrider.feed.BadFeed;
import org.postrider.feed.FeedDocument;
import org.postrider.feed.FeedPress;
import org.postrider.feed.FeedShelf;
import org.postrider.monitor.Health;
import org.postrider.outbox.Announcer;
import org.postrider.post.FolderReading;
import org.postrider.post.Post;
import org.postrider.post.PostRenderer;
import org.postrider.post.PostsFolder;
import org.postrider.store.Database;
import org.postrider.store.Facts;
import org.postrider.store.ProcessLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One pass from the folder to the feeds and the outbox:
 *
 * <pre>
 * read the folder → plan (who is who, what is news) → print feeds and editions → write all in one transaction
 * </pre>
 *
 * Passes exclude one another over all threads and processes by the scan lock.
 */
public final class PublishRun {

  private static final Logger log = LoggerFactory.getLogger(PublishRun.class);
  private static final int SCAN_ATTEMPTS = 5;
  private static final Duration LOCK_LIMIT = Duration.ofMinutes(1);

  private final Desk desk;
  private final Sources sources;
  private final FeedShelf shelf;
  private final Announcer announcer;
  private final KnownPosts posts = new KnownPosts();
  private final Planner planner;
  private final FeedPass feeds;
  private final PostsLog postsLog = new PostsLog();

  /** What the feeds were last printed from; nothing is printed again while it is the same. */
  private String lastPrinted = "";

  public PublishRun(
      Configuration configuration,
      Desk desk,
      Sources sources,
      FeedShelf shelf,
      Announcer announcer) {
    this.desk = desk;
    this.sources = sources;
    this.shelf = shelf;
    this.announcer = announcer;
    this.planner = new Planner(configuration.announce());
    this.feeds =
        new FeedPass(
            new FeedPress(), sources.renderer(), configuration.feed(), configuration.web().url());
  }

  /** Where a pass writes. */
  public record Desk(Database database, Path dataFolder, InstantSource clock, Health health) {}

  /** Where a pass reads. */
  public record Sources(PostsFolder folder, PostRenderer renderer) {}

  /** Runs one pass. */
  public PublishReport run() throws InterruptedException {
    ProcessLock lock = lock();
    try {
      Scan scan = scanWithSources();
      scan.plan.notices().forEach(notice -> log.warn("scan: {}", notice));
      tellHealth("folder", scan.plan.notices());
      List<KnownPost> shown = feeds.shown(scan.plan.posts());
      String printed = scan.reading.site() + FeedPass.key(shown);
      boolean isNew = !scan.plan.stays() && !(printed + shelfVersion()).equals(lastPrinted);
      Optional<List<FeedDocument>> documents = isNew ? printFeeds(scan, shown) : Optional.empty();
      Map<KnownPost, Announcer.Announcement> editions = printEditions(scan);
      Written written =
          desk.database().inTransaction(handle -> write(handle, scan, documents, editions));
      lastPrinted = documents.isPresent() ? printed + shelfVersion() : lastPrinted;
      postsLog.tell(scan.known, written.posts);
      shelf.refresh();
      return report(scan, written.posts, written.announced, written.feedsChanged);
    } finally {
      lock.close();
    }
  }

  /** What {@link #run} would do now; writes nothing. */
  public PublishReport look() {
    Scan scan = scan();
    List<PublishReport.Announced> due = new ArrayList<>();
    scan.plan
        .due()
        .forEach(
            (number, post) -> due.add(new PublishReport.Announced(post.path(), post.title(), 0)));
    return report(scan, scan.plan.posts(), due, false);
  }

  private ProcessLock lock() throws InterruptedException {
    return ProcessLock.take(desk.dataFolder(), "scan", LOCK_LIMIT)
        .orElseThrow(
            () ->
                new ScanBusy(
                    "another scan has been running for more than "
                        + LOCK_LIMIT.toSeconds()
                        + " s; try again later"));
  }

  /** A scan with the bytes of every post it settles; made again when a file changed meanwhile. */
  private Scan scanWithSources() {
    IOException last = null;
    for (int attempt = 0; attempt < SCAN_ATTEMPTS; attempt++) {
      Scan scan = scan();
      try {
        for (Map.Entry<Long, Post> settled : scan.plan.settled().entrySet()) {
          scan.sources.put(settled.getKey(), sources.folder().bytes(settled.getValue().path()));
        }
        return scan;
      } catch (IOException e) {
        last = e;
      }
    }
    throw new ScanBusy("the folder changes faster than it can be read: " + last);
  }

  private Scan scan() {
    Instant now = desk.clock().instant();
    FolderReading reading = sources.folder().read();
    List<KnownPost> known = desk.database().read(posts::all);
    Planner.Memory memory = desk.database().read(PublishRun::memory);
    Plan plan = planner.plan(reading, known, memory, now);
    return new Scan(reading, known, plan, now);
  }

  /** Another process may have printed feeds since. */
  private String shelfVersion() {
    return "\n" + desk.database().read(shelf::version);
  }

  private static Planner.Memory memory(Handle handle) {
    return new Planner.Memory(
        Facts.get(handle, "scan.baseline").isPresent(),
        Facts.get(handle, "scan.vanished").map(Instant::parse),
        Facts.get(handle, "scan.accept").isPresent());
  }

  private void tellHealth(String part, List<String> faults) {
    if (faults.isEmpty()) {
      desk.health().works(part);
    } else {
      desk.health().fails(part, String.join("; ", faults));
    }
  }

  /** The new documents; empty when they can't be made and the last good ones stay. */
  private Optional<List<FeedDocument>> printFeeds(Scan scan, List<KnownPost> shown) {
    List<String> leftOut = new ArrayList<>();
    try {
      List<FeedDocument> documents =
          feeds.print(
              scan.reading.site(),
              shown,
              known -> lastGood(scan, known).map(post -> feeds.entry(known, post)),
              (post, fault) -> leftOut.add(leftOut(post, fault)));
      tellHealth("feeds", leftOut);
      return Optional.of(documents);
    } catch (BadFeed e) {
      desk.health().fails("feeds", e.getMessage() + "; the last good feeds stay");
      log.error("feeds: {}; the last good ones stay", e.getMessage(), e);
      return Optional.empty();
    }
  }

  private static String leftOut(KnownPost post, Throwable fault) {
    log.error("post={} can't be rendered, and is left out of the feeds", post.path(), fault);
    return post.path() + " can't be rendered and is left out: " + fault;
  }

  private Optional<Post> lastGood(Scan scan, KnownPost known) {
    Version version = known.version().orElseThrow();
    return Optional.ofNullable(scan.read.get(version.path()))
        .filter(post -> post.hash().equals(version.hash()))
        .or(() -> stored(known, version));
  }

  private Optional<Post> stored(KnownPost known, Version version) {
    return desk.database()
        .read(handle -> posts.source(handle, known.number()))
        .flatMap(bytes -> sources.folder().read(version.path(), bytes).readable());
  }

  /** A post whose edition can't be printed stays news, and is tried again at the next pass. */
  private Map<KnownPost, Announcer.Announcement> printEditions(Scan scan) {
    Map<KnownPost, Announcer.Announcement> editions = new HashMap<>();
    List<String> faults = new ArrayList<>();
    for (KnownPost known : scan.plan.posts()) {
      Post post = scan.plan.due().get(known.number());
      if (post != null) {
        try {
          editions.put(known, announcer.print(post, known.feedId(), sources.renderer().html(post)));
        } catch (RuntimeException | StackOverflowError e) {
          faults.add(post.path() + " can't be made into a letter: " + e);
          log.error(
              "post={} can't be made into a letter, and is tried again at the next scan",
              post.path(),
              e);
        }
      }
    }
    tellHealth("letters", faults);
    return editions;
  }

  private Written write(
      Handle handle,
      Scan scan,
      Optional<List<FeedDocument>> documents,
      Map<KnownPost, Announcer.Announcement> editions) {
    Map<Long, KnownPost> before =
        scan.known.stream().collect(Collectors.toMap(KnownPost::number, post -> post));
    List<PublishReport.Announced> announced = new ArrayList<>();
    List<KnownPost> after = new ArrayList<>();
    for (KnownPost planned : scan.plan.posts()) {
      KnownPost post = planned;
      if (editions.containsKey(planned)) {
        Post read = scan.plan.due().get(planned.number());
        int readers = announcer.queue(handle, editions.get(planned), scan.now);
        announced.add(new PublishReport.Announced(read.path(), read.title(), readers));
        post = planned.after(Event.QUEUED, scan.now);
        post = post.with(Showing.standing(post, Doubt.Finding.NONE));
      }
      after.add(post);
      if (!post.equals(before.get(post.number()))) {
        posts.save(handle, post, Optional.ofNullable(scan.sources.get(post.number())));
      }
    }
    scan.plan.forgotten().forEach(number -> posts.remove(handle, number));
    boolean changed = documents.isPresent() && shelf.put(handle, documents.get(), scan.now);
    remember(handle, scan);
    return new Written(after, announced, changed);
  }

  private static void remember(Handle handle, Scan scan) {
    scan.plan
        .vanishedSince()
        .ifPresentOrElse(
            since -> Facts.put(handle, "scan.vanished", since.toString()),
            () -> Facts.remove(handle, "scan.vanished"));
    if (!scan.plan.stays()) {
      Facts.put(handle, "scan.baseline", "taken");
      Facts.remove(handle, "scan.accept");
    }
  }

  private static PublishReport report(
      Scan scan,
      List<KnownPost> after,
      List<PublishReport.Announced> announced,
      boolean feedsChanged) {
    List<KnownPosts.Listed> listed =
        after.stream()
            .map(
                post -> KnownPosts.Listed.of(post, Optional.ofNullable(scan.read.get(post.path()))))
            .toList();
    return new PublishReport(
        listed, announced, feedsChanged, scan.plan.notices(), scan.plan.nextLook());
  }

  /**
   * What one look at the folder gave.
   *
   * @param read the readable posts by their paths
   * @param sources the bytes of the posts that the plan settles, by number
   */
  private record Scan(
      FolderReading reading,
      List<KnownPost> known,
      Plan plan,
      Instant now,
      Map<String, Post> read,
      Map<Long, byte[]> sources) {

    Scan(FolderReading reading, List<KnownPost> known, Plan plan, Instant now) {
      this(reading, known, plan, now, reading.posts(), new HashMap<>());
    }
  }

  /** What one pass wrote, once it is committed. */
  private record Written(
      List<KnownPost> posts, List<PublishReport.Announced> announced, boolean feedsChanged) {}

  /** A scan can't be made now; the next one may. */
  public static final class ScanBusy extends RuntimeException {

    private static final long serialVersionUID = 1;

    ScanBusy(String message) {
      super(message);
    }
  }
}
