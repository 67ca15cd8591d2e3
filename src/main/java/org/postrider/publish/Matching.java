package org.postrider.publish;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.postrider.post.PostFile;

/**
 * Which file of a reading is which known post. Decides identity, so it only says what is certain:
 * the same path, the same bytes under another path, or the same URL with something else in common.
 * What merely resembles is left to the doubt of {@link Planner}.
 *
 * @param files of each known post that has one, by its number
 * @param strangers files that are no known post
 */
record Matching(Map<Long, PostFile> files, List<PostFile> strangers) {

  static Matching of(List<PostFile> files, List<KnownPost> known) {
    return new Attempt(files, known).run();
  }

  private static final class Attempt {

    private final Map<String, PostFile> unclaimed = new LinkedHashMap<>();
    private final Map<Long, KnownPost> unfound = new LinkedHashMap<>();
    private final Map<Long, PostFile> found = new HashMap<>();
    private final Set<String> knownPaths = new HashSet<>();

    Attempt(List<PostFile> files, List<KnownPost> known) {
      files.forEach(file -> unclaimed.put(file.path(), file));
      known.stream()
          .sorted(Comparator.comparingLong(KnownPost::number))
          .forEach(post -> unfound.put(post.number(), post));
      known.forEach(post -> knownPaths.add(post.path()));
    }

    Matching run() {
      // A post whose file still says what it said, or is plainly an edit of it, stays where it is.
      samePath((post, file) -> hasIdentity(post) && isEdit(post, file));
      // Then bytes that moved: before the paths, since a path may have been given to another essay
      // meanwhile.
      moved((post, file) -> hasIdentity(post) && isSameFile(post, file));
      samePath((post, file) -> hasIdentity(post) && post.sighting().present());
      moved((post, file) -> hasIdentity(post) && isSameUrl(post, file));
      // A row without identity yields its file to one that has it, so it comes last.
      samePath((post, file) -> !hasIdentity(post));
      moved((post, file) -> post.version().isPresent() && isSameFile(post, file));
      return new Matching(found, List.copyOf(unclaimed.values()));
    }

    private void samePath(BiPredicate<KnownPost, PostFile> test) {
      for (KnownPost post : List.copyOf(unfound.values())) {
        PostFile file = unclaimed.get(post.path());
        if (file != null && test.test(post, file)) {
          claim(post, file);
        }
      }
    }

    private void moved(BiPredicate<KnownPost, PostFile> test) {
      for (KnownPost post : List.copyOf(unfound.values())) {
        unclaimed.values().stream()
            .filter(file -> test.test(post, file))
            // A file that was there before is rather a copy than the post itself.
            .min(
                Comparator.comparing((PostFile file) -> knownPaths.contains(file.path()))
                    .thenComparing(file -> !sameName(post, file)))
            .ifPresent(file -> claim(post, file));
      }
    }

    private void claim(KnownPost post, PostFile file) {
      found.put(post.number(), file);
      unfound.remove(post.number());
      unclaimed.remove(file.path());
    }

    private static boolean hasIdentity(KnownPost post) {
      return post.version().isPresent() && post.standing().hasIdentity();
    }

    private static boolean isSameFile(KnownPost post, PostFile file) {
      return file.hash().equals(post.version().orElseThrow().hash())
          || file.hash().equals(post.sighting().hash());
    }

    /** What can't be read has nothing by which to tell it from an edit. */
    private static boolean isEdit(KnownPost post, PostFile file) {
      Version version = post.version().orElseThrow();
      return isSameFile(post, file)
          || file.readable()
              .map(
                  now ->
                      now.title().equals(version.title())
                          || now.published().equals(version.published()))
              .orElse(post.sighting().present());
    }

    private static boolean isSameUrl(KnownPost post, PostFile file) {
      Version version = post.version().orElseThrow();
      return file.readable()
          .filter(now -> now.url().equals(version.url()))
          .map(
              now ->
                  now.title().equals(version.title())
                      || now.published().equals(version.published())
                      || TextPrint.areAlike(TextPrint.of(now.body()), version.print()))
          .orElse(false);
    }

    private static boolean sameName(KnownPost post, PostFile file) {
      return name(post.path()).equals(name(file.path()));
    }

    private static String name(String path) {
      return path.substring(path.lastIndexOf('/') + 1);
    }
  }
}
