package org.postrider.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postrider.post.PostFile;

/**
 * Decides whether a post that seems new may be one that is already known: one that vanished and
 * that it resembles by slug, title, date or text, or one that is still there and says the same.
 */
final class Doubt {

  private final List<KnownPost> vanished = new ArrayList<>();
  private final List<Text> present = new ArrayList<>();

  Doubt(List<KnownPost> known, Matching matching) {
    for (KnownPost post : known) {
      if (post.version().isPresent()) {
        PostFile file = matching.files().get(post.number());
        if (file == null) {
          vanished.add(post);
        } else {
          present.add(new Text(post.number(), post.path(), post.version().get()));
          if (file instanceof PostFile.Readable readable
              && !readable.hash().equals(post.version().get().hash())) {
            present.add(new Text(post.number(), file.path(), Version.of(readable.post())));
          }
        }
      }
    }
  }

  /**
   * @param form the post's form of now
   * @param changed whether that is another than at the last settling
   */
  Finding about(KnownPost post, Version form, boolean changed) {
    if (post.standing().hasIdentity()) {
      return Finding.NONE;
    }
    Optional<KnownPost> lost =
        vanished.stream().filter(old -> old.version().orElseThrow().resembles(form)).findFirst();
    if (lost.isPresent()) {
      return new Finding(Kind.RESEMBLES, lost.get().path());
    }
    boolean wasCopy = post.standing() == Standing.HELD_AS_COPY;
    Optional<Text> twin =
        present.stream()
            .filter(text -> text.number() != post.number())
            .filter(text -> isCopy(form, text.form(), wasCopy))
            .findFirst();
    if (twin.isPresent()) {
      return new Finding(Kind.COPIES, twin.get().path());
    }
    // A copy stays held until its own text has become another, not when the original's has.
    return wasCopy && !changed ? new Finding(Kind.COPIES, "") : Finding.NONE;
  }

  /** Takes a post that has just been found new into account for those that come after it. */
  void remember(KnownPost post, Version form) {
    present.add(new Text(post.number(), post.path(), form));
  }

  /** Once held, a copy must have become another essay in every respect. */
  private static boolean isCopy(Version form, Version original, boolean wasCopy) {
    return TextPrint.areAlike(form.print(), original.print())
        || wasCopy
            && (form.title().equals(original.title())
                || form.published().equals(original.published()));
  }

  private record Text(long number, String path, Version form) {}

  /** What there is to doubt. */
  enum Kind {
    NOTHING,
    RESEMBLES,
    COPIES
  }

  /**
   * What was found.
   *
   * @param path of the post it may be; empty when not known any more
   */
  record Finding(Kind kind, String path) {

    static final Finding NONE = new Finding(Kind.NOTHING, "");

    Event event(boolean flood) {
      return switch (kind) {
        case NOTHING -> flood ? Event.READY_IN_FLOOD : Event.READY;
        case RESEMBLES -> Event.READY_IN_DOUBT;
        case COPIES -> Event.READY_AS_COPY;
      };
    }
  }
}
