package org.postrider.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postrider.config.AnnounceSettings;
import org.postrider.post.FolderReading;
import org.postrider.post.Post;
import org.postrider.post.PostFile;
import org.postrider.post.PostProblem;

/**
 * Makes the plan of one scan from what the folder holds and what is known. Pure: the same arguments
 * give the same plan, and nothing is written.
 */
final class Planner {

  private final AnnounceSettings announce;
  private final FloodRule floodRule;

  Planner(AnnounceSettings announce) {
    this.announce = announce;
    this.floodRule = new FloodRule(announce.atMost(), announce.within());
  }

  /**
   * @param known every row, in the order of their numbers
   * @param memory what earlier scans left behind besides the rows
   */
  Plan plan(FolderReading reading, List<KnownPost> known, Memory memory, Instant now) {
    Matching matching = Matching.of(reading.files(), known);
    List<KnownPost> live =
        known.stream().filter(post -> post.version().isPresent() && !post.isGone()).toList();
    long missing =
        live.stream().filter(post -> !matching.files().containsKey(post.number())).count();
    int found = reading.present() ? reading.files().size() : 0;
    VanishRule.Count count = new VanishRule.Count(live.size(), missing, found);
    if (!reading.present() && !memory.accepted()) {
      return stay(known, now, List.of(reading.fault()), Optional.empty());
    }
    if (VanishRule.verdict(count, memory.vanishedSince(), memory.accepted(), now)
        == VanishRule.Verdict.STAY) {
      // While nothing at all is there the hour does not run: a folder may come back bit by bit.
      Instant since = count.isAll() ? now : memory.vanishedSince().orElse(now);
      Optional<Instant> end =
          count.isAll() ? Optional.empty() : Optional.of(since.plus(VanishRule.PATIENCE));
      return stay(known, since, List.of(notice(count)), end);
    }
    boolean goneAtOnce = memory.accepted() || count.isStriking();
    return new Pass(reading, known, matching, memory.baselineTaken(), now).run(goneAtOnce);
  }

  private static Plan stay(
      List<KnownPost> known, Instant since, List<String> notices, Optional<Instant> nextLook) {
    return new Plan(known, List.of(), Map.of(), Map.of(), nextLook, Optional.of(since), notices);
  }

  private static String notice(VanishRule.Count count) {
    return count.isAll()
        ? "the folder holds no post any more (it held "
            + count.live()
            + "): the last state stays; bring the posts back, or type `postrider posts accept`"
        : count.missing()
            + " of "
            + count.live()
            + " posts are gone at once: the last state stays for an hour; bring them back, or type"
            + " `postrider posts accept`";
  }

  /** What earlier scans left behind besides the rows. */
  record Memory(boolean baselineTaken, Optional<Instant> vanishedSince, boolean accepted) {}

  /** One plan in the making. */
  private final class Pass {

    private final FolderReading reading;
    private final List<KnownPost> known;
    private final Matching matching;
    private final boolean baselineTaken;
    private final Instant now;

    private final List<KnownPost> posts = new ArrayList<>();
    private final List<Long> forgotten = new ArrayList<>();
    private final Map<Long, Post> settled = new HashMap<>();
    private final Map<Long, Post> due = new HashMap<>();
    private final List<Instant> looks = new ArrayList<>();

    Pass(
        FolderReading reading,
        List<KnownPost> known,
        Matching matching,
        boolean baselineTaken,
        Instant now) {
      this.reading = reading;
      this.known = known;
      this.matching = matching;
      this.baselineTaken = baselineTaken;
      this.now = now;
    }

    Plan run(boolean goneAtOnce) {
      List<Sight> sights = sights();
      Map<Long, Sight> owners = Claims.conflicts(sights);
      boolean flood =
          floodRule.isFlood(known, sights.stream().filter(this::isCandidate).count(), now);
      Doubt doubt = new Doubt(known, matching);
      Set<String> ids = new HashSet<>();
      known.forEach(post -> ids.add(post.feedId()));
      for (Sight sight : sights) {
        Optional<Sight> owner = Optional.ofNullable(owners.get(sight.post().number()));
        posts.add(
            owner
                .map(other -> conflicting(sight, other))
                .orElseGet(() -> seen(sight, doubt, flood, ids)));
      }
      known.stream()
          .filter(post -> !matching.files().containsKey(post.number()))
          .forEach(post -> missing(post, goneAtOnce));
      posts.sort(Comparator.comparingLong(KnownPost::number));
      return new Plan(
          posts,
          forgotten,
          settled,
          due,
          looks.stream().min(Comparator.naturalOrder()),
          Optional.empty(),
          List.of());
    }

    /** Every file with its row, an old or a new one. */
    private List<Sight> sights() {
      List<Sight> sights = new ArrayList<>();
      for (KnownPost post : known) {
        PostFile file = matching.files().get(post.number());
        if (file != null) {
          KnownPost observed =
              post.at(file.path()).with(post.sighting().observed(file.hash(), now));
          sights.add(sight(observed, file));
        }
      }
      long number = known.stream().mapToLong(KnownPost::number).max().orElse(0);
      for (PostFile file : matching.strangers()) {
        Instant changed = baselineTaken ? now : touched(file);
        sights.add(sight(KnownPost.unseen(++number, file.path(), file.hash(), changed, now), file));
      }
      return sights;
    }

    /**
     * At the very first look nothing was observed yet; then, and only then, the file system's word
     * is taken.
     */
    private Instant touched(PostFile file) {
      Instant touched = reading.touched().getOrDefault(file.path(), now);
      return touched.isBefore(now) ? touched : now;
    }

    private Sight sight(KnownPost post, PostFile file) {
      // Without an id the form that is kept was never seen settled.
      boolean asSettled =
          !post.feedId().isEmpty()
              && post.version().filter(version -> version.hash().equals(file.hash())).isPresent();
      Instant rested = post.sighting().changed().plus(announce.settle());
      return new Sight(post, file, asSettled || !rested.isAfter(now), rested);
    }

    /** Whether it counts as new: readable, public, due, and not known yet. */
    private boolean isCandidate(Sight sight) {
      return baselineTaken
          && sight.post().standing() == Standing.UNSEEN
          && sight
              .readable()
              .filter(post -> !post.draft() && !post.isFuture(now, reading.site()))
              .isPresent();
    }

    private KnownPost conflicting(Sight sight, Sight owner) {
      String url = sight.readable().orElseThrow().url().toString();
      PostProblem problem =
          new PostProblem(
              sight.post().path(),
              0,
              0,
              "its URL " + url + " is already that of " + owner.post().path(),
              "give one of the two another slug, date or permalink");
      return broken(sight.post(), problem);
    }

    private KnownPost broken(KnownPost post, PostProblem problem) {
      String why =
          post.version().isPresent()
              ? "its last good version stays published"
              : "held back until it is mended";
      // An old essay that is mended after the first look must surprise nobody.
      KnownPost old = baselineTaken ? post : post.after(Event.THERE_BEFORE, now);
      return old.with(new KnownPost.Shown(PostState.BROKEN, why, Optional.of(problem)));
    }

    private KnownPost seen(Sight sight, Doubt doubt, boolean flood, Set<String> ids) {
      KnownPost post = sight.post();
      if (sight.file() instanceof PostFile.Broken broken) {
        return broken(post, broken.problem());
      }
      Post read = sight.readable().orElseThrow();
      if (read.draft()) {
        return post.with(Showing.draft(post));
      }
      if (read.isFuture(now, reading.site())) {
        looks.add(read.published());
        return post.with(Showing.future(read, reading.site().timeZone()));
      }
      if (!baselineTaken) {
        post = thereBefore(post, read);
      }
      boolean isNew =
          baselineTaken && post.version().isEmpty() && post.sighting().firstSeen().equals(now);
      if (isNew && doubt.mayHaveMoved(Version.of(read))) {
        post = post.after(Event.READY_IN_DOUBT, now);
      }
      if (!sight.rested()) {
        looks.add(sight.restsAt());
        return post.with(Showing.settling(post, sight.restsAt()));
      }
      return ready(post, read, doubt, flood, ids);
    }

    /**
     * Its form is kept at once, unsettled as it may be, so that it is known again if it moves
     * before it rests.
     */
    private KnownPost thereBefore(KnownPost post, Post read) {
      settled.put(post.number(), read);
      return post.after(Event.THERE_BEFORE, now).with(Version.of(read));
    }

    private KnownPost ready(
        KnownPost post, Post read, Doubt doubt, boolean flood, Set<String> ids) {
      boolean asBefore = post.version().filter(old -> old.isOf(read)).isPresent();
      Version form = asBefore ? post.version().orElseThrow() : Version.of(read);
      Doubt.Finding finding = doubt.about(post, form);
      KnownPost next = post.after(finding.event(flood), now);
      if (next.standing().hasIdentity() && !post.standing().hasIdentity()) {
        doubt.remember(next, form);
      }
      if (!asBefore) {
        next = next.with(post.version().map(old -> form.after(old, read, now)).orElse(form));
        settled.put(post.number(), read);
      }
      if (next.feedId().isEmpty() && next.standing().hasIdentity()) {
        next = next.identifiedBy(unused(read.feedId(), next.number(), ids));
      }
      if (next.standing() == Standing.NEWS) {
        Instant at = next.news().map(KnownPost.News::at).orElse(now).plus(announce.delay());
        if (at.isAfter(now)) {
          looks.add(at);
        } else {
          due.put(next.number(), read);
        }
      }
      return next.with(Showing.standing(next, finding));
    }

    /** An id is never given twice, not even to a new post at the URL of one that is gone. */
    private static String unused(String id, long number, Set<String> ids) {
      String free = ids.contains(id) ? id + "#" + number : id;
      ids.add(free);
      return free;
    }

    private void missing(KnownPost post, boolean goneAtOnce) {
      KnownPost absent = post.with(post.sighting().missing(now));
      Instant rested = absent.sighting().changed().plus(announce.settle());
      if (post.isGone()) {
        posts.add(post);
      } else if (post.version().isEmpty() && post.standing() == Standing.UNSEEN) {
        forgotten.add(post.number());
      } else if (goneAtOnce || !rested.isAfter(now)) {
        posts.add(absent.with(Showing.gone()));
      } else {
        looks.add(rested);
        posts.add(absent);
      }
    }
  }
}
