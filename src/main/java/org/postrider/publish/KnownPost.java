package org.postrider.publish;

import java.time.Instant;
import java.util.Optional;
import org.postrider.post.PostProblem;

/**
 * All that is kept of one post. Immutable: a scan makes a new one, and only those that differ are
 * written.
 *
 * @param number of the row, in the order of first sight
 * @param path where the file was last seen
 * @param feedId frozen when the post was first seen settled; empty before
 * @param version the last good settled form, if there was one
 * @param news when it became news, if it did
 */
record KnownPost(
    long number,
    String path,
    String feedId,
    Standing standing,
    Sighting sighting,
    Optional<Version> version,
    Optional<News> news,
    Shown shown) {

  /**
   * The file as last observed.
   *
   * @param hash of its bytes
   * @param changed when we last saw it change, appear or vanish, by our clock
   */
  record Sighting(String hash, boolean present, Instant changed, Instant firstSeen) {

    Sighting observed(String newHash, Instant now) {
      return present && hash.equals(newHash) ? this : new Sighting(newHash, true, now, firstSeen);
    }

    Sighting missing(Instant now) {
      return present ? new Sighting(hash, false, now, firstSeen) : this;
    }
  }

  /**
   * When the post became news.
   *
   * @param byRule whether the rule found it so, rather than the operator
   */
  record News(Instant at, boolean byRule) {}

  /** What commands and pages say of it. */
  record Shown(PostState state, String why, Optional<PostProblem> problem) {}

  static KnownPost unseen(long number, String path, String hash, Instant changed, Instant now) {
    return new KnownPost(
        number,
        path,
        "",
        Standing.UNSEEN,
        new Sighting(hash, true, changed, now),
        Optional.empty(),
        Optional.empty(),
        new Shown(PostState.SETTLING, "", Optional.empty()));
  }

  boolean isGone() {
    return shown.state() == PostState.GONE;
  }

  KnownPost at(String newPath) {
    return new KnownPost(number, newPath, feedId, standing, sighting, version, news, shown);
  }

  KnownPost with(Sighting seen) {
    return new KnownPost(number, path, feedId, standing, seen, version, news, shown);
  }

  KnownPost with(Version settled) {
    return new KnownPost(
        number, path, feedId, standing, sighting, Optional.of(settled), news, shown);
  }

  KnownPost with(Shown seen) {
    return new KnownPost(number, path, feedId, standing, sighting, version, news, seen);
  }

  KnownPost identifiedBy(String id) {
    return new KnownPost(number, path, id, standing, sighting, version, news, shown);
  }

  /** The standing that {@code event} leads to. */
  KnownPost after(Event event, Instant now) {
    Standing next = AnnounceRule.next(standing, event);
    if (next == standing) {
      return this;
    }
    Optional<News> becomes =
        next == Standing.NEWS
            ? Optional.of(new News(now, event == Event.READY))
            : next == Standing.ANNOUNCED ? news : Optional.empty();
    return new KnownPost(number, path, feedId, next, sighting, version, becomes, shown);
  }
}
