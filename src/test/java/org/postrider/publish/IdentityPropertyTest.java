package org.postrider.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postrider.publish.Author.Essay;

/**
 * Whatever an author does to his files, in whatever order and with scans in between at whatever
 * moments: an id that was given stays, no essay becomes news twice, and none is lost. The essay
 * itself is known here by a mark that the planner does not understand.
 */
class IdentityPropertyTest {

  private static final int OPERATIONS = 150;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void noOperationOnFilesMailsTwiceChangesAnIdOrLosesAnEssay(int block) {
    for (int seed = block * 100; seed < block * 100 + 15; seed++) {
      new Life(seed).live();
    }
  }

  /** One author's random life. */
  private static final class Life {

    private final int seed;
    private final Random random;
    private final Author author;
    private final Map<String, Essay> deleted = new HashMap<>();
    private final Map<String, Essay> halfWritten = new HashMap<>();

    /** The id that each row had when it first had one. */
    private final Map<Long, String> ids = new HashMap<>();

    private final Map<String, Integer> mailed = new HashMap<>();

    /**
     * Marks of essays of which there are copies: with a title of its own, either is another essay.
     */
    private final Set<String> copied = new HashSet<>();

    private final List<String> story = new ArrayList<>();
    private int essays;

    Life(int seed) {
      this.seed = seed;
      this.random = new Random(seed);
      this.author = new Author(Author.settings(random.nextInt(4) == 0 ? 3 : 10_000));
    }

    void live() {
      for (int number = 0; number < random.nextInt(20); number++) {
        create();
      }
      Set<String> before = marks();
      scan();
      for (int turn = 0; turn < OPERATIONS; turn++) {
        operate();
        author.pause(Duration.ofSeconds(random.nextInt(300)));
        if (random.nextInt(3) > 0) {
          scan();
        }
      }
      comeToRest();
      mailed.forEach((mark, times) -> assertThat(times).as(() -> story(mark)).isEqualTo(1));
      assertThat(mailed.keySet()).as("seed %d: baseline mailed", seed).noneMatch(before::contains);
      assertNothingIsLost();
    }

    private String story(String mark) {
      return story.stream()
          .filter(line -> line.contains(mark))
          .distinct()
          .collect(Collectors.joining("\n", "seed " + seed + ": mailed more than once:\n", ""));
    }

    private void operate() {
      switch (random.nextInt(13)) {
        case 0, 1 -> create();
        case 2, 3 -> change(essay -> essay.saying(edited(essay.body())));
        case 4 ->
            pick().ifPresent(path -> author.files.put(path, retitled(author.files.get(path))));
        case 5 -> change(essay -> essay.dated(date()));
        case 6 -> rename(essay -> essay);
        case 7 ->
            rename(
                random.nextBoolean()
                    ? this::retitled
                    : essay -> essay.saying(edited(essay.body())));
        case 8 -> pick().ifPresent(path -> deleted.put(path, author.files.remove(path)));
        case 9 -> restore();
        case 10 -> copy();
        case 11 -> rewriteSlowly();
        default -> change(essay -> essay.broken(!essay.broken()));
      }
    }

    private void create() {
      int number = essays++;
      String mark = "mark" + number + ";";
      author.files.put(
          (random.nextBoolean() ? "" : "sub/") + "essay-" + number + ".md",
          Essay.of("Essay " + number, date(), mark + Prose.by(seed * 1000 + number)));
    }

    private Instant date() {
      return Instant.parse("2015-01-01T00:00:00Z").plusSeconds(random.nextInt(300_000_000));
    }

    private String edited(String body) {
      int at =
          mark(body).length() + random.nextInt(Math.max(1, body.length() - mark(body).length()));
      return body.substring(0, at) + " edit" + random.nextInt(1000) + " " + body.substring(at);
    }

    private java.util.Optional<String> pick() {
      List<String> paths =
          author.files.keySet().stream().filter(path -> !halfWritten.containsKey(path)).toList();
      return paths.isEmpty()
          ? java.util.Optional.empty()
          : java.util.Optional.of(paths.get(random.nextInt(paths.size())));
    }

    private void change(UnaryOperator<Essay> how) {
      pick()
          .ifPresent(path -> author.files.computeIfPresent(path, (key, essay) -> how.apply(essay)));
    }

    private void rename(UnaryOperator<Essay> how) {
      pick()
          .ifPresent(
              path -> {
                Essay essay = how.apply(author.files.remove(path));
                String free =
                    random.nextBoolean()
                        ? "moved/" + path.substring(path.lastIndexOf('/') + 1)
                        : "renamed-" + random.nextInt(100_000) + ".md";
                String to = author.files.containsKey(free) ? path : free;
                author.files.put(to, essay);
              });
    }

    private Essay retitled(Essay essay) {
      Essay retitled = essay.titled("Retitled " + random.nextInt(100_000));
      return copied.contains(mark(essay.body()))
          ? retitled.saying(essay.body().replace(mark(essay.body()), "mark" + essays++ + ";"))
          : retitled;
    }

    private void restore() {
      deleted.keySet().stream()
          .findFirst()
          .ifPresent(
              path -> {
                Essay essay = deleted.remove(path);
                author.files.putIfAbsent(
                    path, random.nextBoolean() ? essay : essay.saying(edited(essay.body())));
              });
    }

    private void copy() {
      // What nobody could read since its title changed can't be told from its copy.
      pick()
          .filter(path -> !author.files.get(path).broken())
          .ifPresent(
              path -> {
                Essay essay = author.files.get(path);
                copied.add(mark(essay.body()));
                author.files.put("copy-" + random.nextInt(100_000) + ".md", essay);
              });
    }

    private void rewriteSlowly() {
      pick()
          .ifPresent(
              path -> {
                Essay essay = author.files.get(path);
                halfWritten.put(path, essay);
                author.files.put(
                    path, essay.saying(essay.body().substring(0, essay.body().length() / 2)));
                scan();
                author.pause(Duration.ofSeconds(30));
                author.files.put(path, essay.saying(edited(essay.body())));
                halfWritten.remove(path);
              });
    }

    private void scan() {
      author.files.forEach(
          (path, essay) ->
              story.add(
                  "  "
                      + mark(essay.body())
                      + " at "
                      + path
                      + " "
                      + essay.title()
                      + " "
                      + essay.date()
                      + (essay.broken() ? " broken" : "")));
      int before = author.announced.size();
      author.scan();
      for (String path : author.announced.subList(before, author.announced.size())) {
        mailed.merge(mark(author.files.get(path).body()), 1, Integer::sum);
        story.add("mailed " + path + " " + mark(author.files.get(path).body()));
      }
      for (KnownPost post : author.known) {
        if (!post.feedId().isEmpty()) {
          assertThat(ids.computeIfAbsent(post.number(), number -> post.feedId()))
              .as("seed %d: id of %s", seed, post.path())
              .isEqualTo(post.feedId());
        }
      }
      List<String> given =
          author.known.stream().map(KnownPost::feedId).filter(id -> !id.isEmpty()).toList();
      assertThat(given).as("seed %d", seed).doesNotHaveDuplicates();
    }

    private void comeToRest() {
      author.files.replaceAll((path, essay) -> essay.broken(false));
      for (int times = 0; times < 3; times++) {
        author.pause(Duration.ofHours(2));
        scan();
      }
    }

    private void assertNothingIsLost() {
      Set<String> seen = new HashSet<>();
      for (String path : author.files.keySet()) {
        KnownPost row = author.row(path);
        assertThat(row.shown().state())
            .as("seed %d: %s", seed, path)
            .isIn(PostState.BASELINE, PostState.ANNOUNCED, PostState.HELD, PostState.BROKEN);
        assertThat(seen.add(path)).isTrue();
      }
    }

    private Set<String> marks() {
      Set<String> marks = new HashSet<>();
      author.files.values().forEach(essay -> marks.add(mark(essay.body())));
      return marks;
    }

    private static String mark(String body) {
      return body.substring(0, body.indexOf(';') + 1);
    }
  }

  @org.junit.jupiter.api.Test
  void unrelatedTextsAreNotAlikeAndEditedOnesAre() {
    Random random = new Random(7);
    List<Long> prints = new ArrayList<>();
    for (int seed = 0; seed < 300; seed++) {
      String text = Prose.by(seed);
      long print = TextPrint.of(text);
      assertThat(prints).noneMatch(other -> TextPrint.areAlike(other, print));
      prints.add(print);
      int at = random.nextInt(text.length());
      String edited = text.substring(0, at) + "a few words more " + text.substring(at);
      assertThat(TextPrint.areAlike(print, TextPrint.of(edited))).as("edited %d", seed).isTrue();
    }
  }
}
