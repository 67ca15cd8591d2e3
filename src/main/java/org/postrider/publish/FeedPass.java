package org.postrider.publish;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.postrider.config.FeedSettings;
import org.postrider.feed.FeedChannel;
import org.postrider.feed.FeedDocument;
import org.postrider.feed.FeedEntry;
import org.postrider.feed.FeedPress;
import org.postrider.post.Post;
import org.postrider.post.PostRenderer;
import org.postrider.post.Site;
import org.postrider.store.StoreException;

/** Chooses what feeds show, and has it printed. */
final class FeedPass {

  private final FeedPress press;
  private final PostRenderer renderer;
  private final FeedSettings settings;
  private final URI base;

  /**
   * @param base what the feeds' own URLs start with when the configuration does not say
   */
  FeedPass(FeedPress press, PostRenderer renderer, FeedSettings settings, URI base) {
    this.press = press;
    this.renderer = renderer;
    this.settings = settings;
    this.base = settings.url().isEmpty() ? base : URI.create(settings.url());
  }

  /** The posts that feeds show, in their order: those last published or last come up first. */
  List<KnownPost> shown(List<KnownPost> posts) {
    return posts.stream()
        .filter(FeedPass::isShown)
        .sorted(Comparator.comparing(FeedPass::appeared).reversed().thenComparing(KnownPost::path))
        .limit(settings.entries())
        .toList();
  }

  private static boolean isShown(KnownPost post) {
    return !post.feedId().isEmpty()
        && switch (post.shown().state()) {
          case DRAFT, FUTURE, GONE -> false;
          case BASELINE, SETTLING, NEWS, HELD, BROKEN, ANNOUNCED, SKIPPED -> true;
        };
  }

  /** An essay that its author dates back still comes up as new when it first appears. */
  private static Instant appeared(KnownPost post) {
    Instant published = post.version().orElseThrow().published();
    Instant seen = post.sighting().firstSeen();
    return post.standing() == Standing.BASELINE || published.isAfter(seen) ? published : seen;
  }

  /** A text that differs when the feeds of these posts do. */
  static String key(List<KnownPost> shown) {
    return shown.stream().map(post -> post.feedId() + post.version()).toList().toString();
  }

  /**
   * Prints the feeds of {@code shown}. An essay that can't be rendered is left out, so that it does
   * not keep the others from their readers.
   *
   * @param entryOf the last good form of a known post
   * @param leftOut hears of each that was left out, and why
   */
  List<FeedDocument> print(
      Site site,
      List<KnownPost> shown,
      Function<KnownPost, Optional<FeedEntry>> entryOf,
      BiConsumer<KnownPost, Throwable> leftOut) {
    List<FeedEntry> entries = new ArrayList<>();
    for (KnownPost known : shown) {
      try {
        entryOf.apply(known).ifPresent(entries::add);
      } catch (StoreException e) {
        throw e;
      } catch (RuntimeException | StackOverflowError e) {
        leftOut.accept(known, e);
      }
    }
    return press.print(FeedChannel.of(site, base), entries);
  }

  /** How feeds show {@code known} in the form of {@code post}. */
  FeedEntry entry(KnownPost known, Post post) {
    String html =
        switch (settings.content()) {
          case FULL -> renderer.html(post);
          case SUMMARY -> "";
        };
    return FeedEntry.of(post, known.feedId(), known.version().orElseThrow().updated(), html);
  }
}
