package org.postrider.publish;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.postrider.config.AnnounceSettings;
import org.postrider.config.SiteSettings;
import org.postrider.post.FolderReading;
import org.postrider.post.Post;
import org.postrider.post.PostFile;
import org.postrider.post.PostProblem;
import org.postrider.post.Site;

/**
 * A folder of essays in memory, and the scans over it: an author at his desk, for tests of the
 * planner.
 */
final class Author {

  static final Site SITE =
      new Site(
          SiteSettings.Style.JEKYLL,
          URI.create("https://blog.example"),
          "Essays",
          "",
          "en",
          "A. Author",
          ZoneOffset.UTC,
          "/:title/",
          false,
          false,
          "\n\n");

  /** One essay as its file says it. */
  record Essay(String title, Instant date, String body, boolean draft, boolean broken) {

    static Essay of(String title, Instant date, String body) {
      return new Essay(title, date, body, false, false);
    }

    Essay titled(String newTitle) {
      return new Essay(newTitle, date, body, draft, broken);
    }

    Essay dated(Instant newDate) {
      return new Essay(title, newDate, body, draft, broken);
    }

    Essay saying(String newBody) {
      return new Essay(title, date, newBody, draft, broken);
    }

    Essay asDraft(boolean nowDraft) {
      return new Essay(title, date, body, nowDraft, broken);
    }

    Essay broken(boolean nowBroken) {
      return new Essay(title, date, body, draft, nowBroken);
    }
  }

  /** Path to essay: what is on the disk. */
  final Map<String, Essay> files = new TreeMap<>();

  /** Paths in the order in which they were announced. */
  final List<String> announced = new ArrayList<>();

  Instant now = Instant.parse("2026-01-01T00:00:00Z");
  List<KnownPost> known = List.of();
  boolean folderIsThere = true;

  private final Planner planner;
  private Planner.Memory memory = new Planner.Memory(false, java.util.Optional.empty(), false);

  Author(AnnounceSettings announce) {
    this.planner = new Planner(announce);
  }

  static AnnounceSettings settings(int atMost) {
    return new AnnounceSettings(Duration.ofMinutes(2), Duration.ZERO, atMost, Duration.ofHours(24));
  }

  void pause(Duration time) {
    now = now.plus(time);
  }

  void accept() {
    memory = new Planner.Memory(memory.baselineTaken(), memory.vanishedSince(), true);
  }

  void order(String path, Event event) {
    known =
        known.stream()
            .map(post -> post.path().equals(path) ? post.after(event, now) : post)
            .toList();
  }

  /** One pass: plan, and queue what is due. */
  Plan scan() {
    Plan plan = planner.plan(reading(), known, memory, now);
    List<KnownPost> after = new ArrayList<>();
    for (KnownPost post : plan.posts()) {
      if (plan.due().containsKey(post.number())) {
        announced.add(post.path());
        after.add(
            post.after(Event.QUEUED, now)
                .with(Showing.standing(post.after(Event.QUEUED, now), Doubt.Finding.NONE)));
      } else {
        after.add(post);
      }
    }
    known = after;
    boolean stayed = plan.stays();
    memory =
        new Planner.Memory(
            memory.baselineTaken() || !stayed, plan.vanishedSince(), memory.accepted() && stayed);
    return plan;
  }

  /** Scans until everything has rested. */
  Plan settle() {
    scan();
    pause(Duration.ofMinutes(2));
    return scan();
  }

  PostState stateOf(String path) {
    return row(path).shown().state();
  }

  KnownPost row(String path) {
    return known.stream()
        .filter(post -> post.path().equals(path) && !post.isGone())
        .findFirst()
        .orElseThrow();
  }

  private FolderReading reading() {
    List<PostFile> read = new ArrayList<>();
    if (folderIsThere) {
      files.forEach((path, essay) -> read.add(file(path, essay)));
    }
    return new FolderReading(
        SITE,
        folderIsThere,
        folderIsThere ? "" : "the folder is missing",
        read,
        Map.of(),
        List.of());
  }

  private static PostFile file(String path, Essay essay) {
    String hash =
        UUID.nameUUIDFromBytes(essay.toString().getBytes(StandardCharsets.UTF_8)).toString();
    if (essay.broken()) {
      return new PostFile.Broken(path, hash, new PostProblem(path, 1, 1, "unreadable", "mend it"));
    }
    String slug = path.substring(path.lastIndexOf('/') + 1).replace(".md", "");
    URI url = URI.create("https://blog.example/" + slug + "/");
    return new PostFile.Readable(
        new Post(
            path,
            slug,
            essay.title(),
            url,
            "https://blog.example/" + slug,
            essay.date(),
            essay.date(),
            "en",
            List.of("A. Author"),
            List.of(),
            List.of(),
            "",
            essay.draft(),
            essay.body(),
            1,
            false,
            hash,
            List.of()));
  }
}
