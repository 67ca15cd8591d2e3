package org.postrider.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postrider.config.AnnounceSettings;
import org.postrider.config.FeedSettings;
import org.postrider.feed.FeedFolder;
import org.postrider.feed.FeedPress;
import org.postrider.post.FolderReading;
import org.postrider.post.Post;
import org.postrider.post.PostRenderer;
import org.postrider.post.PostsFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the feeds as files, for any web host. Who is who is decided as in a daemon's scan, but at
 * once and without holding anything back, since nothing is mailed; ids and order are kept in a file
 * beside the feeds.
 */
public final class StaticBuild {

  private static final Logger log = LoggerFactory.getLogger(StaticBuild.class);
  private static final AnnounceSettings AT_ONCE =
      new AnnounceSettings(Duration.ZERO, Duration.ZERO, Integer.MAX_VALUE, Duration.ZERO);

  private final FeedSettings settings;
  private final PostsFolder folder;
  private final PostRenderer renderer;
  private final InstantSource clock;

  public StaticBuild(
      FeedSettings settings, PostsFolder folder, PostRenderer renderer, InstantSource clock) {
    this.settings = settings;
    this.folder = folder;
    this.renderer = renderer;
    this.clock = clock;
  }

  /**
   * What a build did.
   *
   * @param written files that changed
   */
  public record Report(List<Path> written, List<KnownPosts.Listed> posts) {}

  /** Why feeds can't be built. */
  public static final class CannotBuild extends RuntimeException {

    private static final long serialVersionUID = 1;

    CannotBuild(String message) {
      super(message);
    }
  }

  /**
   * Brings the feeds in {@code out} up to date.
   *
   * @throws CannotBuild with a sentence for the operator
   */
  public Report into(Path out) {
    FolderReading reading = folder.read();
    if (!reading.present()) {
      throw new CannotBuild(reading.fault());
    }
    try {
      Files.createDirectories(out);
      IdentityFile identities = new IdentityFile(out);
      List<KnownPost> posts = identify(reading, identities);
      Map<String, Post> read = reading.posts();
      // Ids first: one that was published and is not kept could be another at the next build.
      identities.write(posts);
      FeedPass feeds = new FeedPass(new FeedPress(), renderer, settings, reading.site().url());
      FeedFolder files = new FeedFolder(out);
      List<Path> written =
          files.write(
              feeds.print(
                  reading.site(),
                  feeds.shown(posts),
                  known ->
                      good(read, known)
                          .map(post -> feeds.entry(known, post))
                          .or(() -> files.published(known.feedId())),
                  StaticBuild::tellLeftOut));
      return new Report(
          written,
          posts.stream()
              .filter(post -> !post.isGone())
              .map(post -> KnownPosts.Listed.of(post, Optional.ofNullable(read.get(post.path()))))
              .toList());
    } catch (IOException e) {
      throw new CannotBuild("\"" + out + "\" can't be written to: " + e.getMessage());
    }
  }

  private static void tellLeftOut(KnownPost post, Throwable fault) {
    log.error("post={} can't be rendered, and is left out of the feeds", post.path(), fault);
  }

  private List<KnownPost> identify(FolderReading reading, IdentityFile identities) {
    List<KnownPost> known = identities.read();
    boolean anyLive = known.stream().anyMatch(post -> post.version().isPresent() && !post.isGone());
    if (reading.files().isEmpty() && anyLive) {
      throw new CannotBuild(
          "the folder holds no post any more, so the feeds stay as they are; bring the posts back");
    }
    Instant now = clock.instant();
    Planner planner = new Planner(AT_ONCE);
    Planner.Memory memory = new Planner.Memory(identities.exists(), Optional.empty(), true);
    List<KnownPost> first = planner.plan(reading, known, memory, now).posts();
    List<KnownPost> vouched =
        first.stream()
            .map(post -> post.standing().isHeld() ? post.after(Event.RELEASE, now) : post)
            .toList();
    Planner.Memory again = new Planner.Memory(true, Optional.empty(), true);
    return planner.plan(reading, vouched, again, now).posts();
  }

  /** What is broken now stays as it was last published. */
  private static Optional<Post> good(Map<String, Post> read, KnownPost known) {
    return Optional.ofNullable(read.get(known.path()))
        .filter(post -> post.hash().equals(known.version().orElseThrow().hash()));
  }
}
