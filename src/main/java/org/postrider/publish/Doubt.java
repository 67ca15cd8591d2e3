package org.postrider.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postrider.post.PostFile;

/**
 * Decides whether a post that seems new may be one that is already known: one that vanished and
 * that it resembles by slug, title, date or text, or one that is still there, with the same title
 * and much the same text.
 */
final class Doubt {

  private final List<KnownPost> vanished = new ArrayList<>();
  private final List<KnownPost> moved = new ArrayList<>();
  private final List<Text> present = new ArrayList<>();

  Doubt(List<KnownPost> known, Matching matching) {
    for (KnownPost post : known) {
      if (post.version().isPresent()) {
        PostFile file = matching.files().get(post.number());
        if (file == null) {
          vanished.add(post);
        } else {
          present.add(new Text(post.number(), post.path(), post.version().get()));
          if (!file.path().equals(post.path())) {
            moved.add(post);
          }
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
   */
  Finding about(KnownPost post, Version form) {
    if (post.standing().hasIdentity()) {
      return Finding.NONE;
    }
    Optional<KnownPost> lost =
        vanished.stream().filter(old -> old.version().orElseThrow().resembles(form)).findFirst();
    if (lost.isPresent()) {
      return new Finding(Kind.RESEMBLES, lost.get().path());
    }
    if (post.standing() == Standing.HELD_AS_COPY && !hasBecomeAnother(post, form)) {
      return new Finding(Kind.COPIES, twin(post, form).map(Text::path).orElse(""));
    }
    return twin(post, form).map(text -> new Finding(Kind.COPIES, text.path())).orElse(Finding.NONE);
  }

  /**
   * Whether a file that was not there before may be the post whose identity another file has just
   * taken on: the moment at which both can be seen is this one.
   */
  boolean mayHaveMoved(Version form) {
    return moved.stream()
        .map(post -> post.version().orElseThrow())
        .anyMatch(
            old ->
                old.title().equals(form.title()) || TextPrint.areAlike(old.print(), form.print()));
  }

  private Optional<Text> twin(KnownPost post, Version form) {
    return present.stream()
        .filter(text -> text.number() != post.number())
        .filter(text -> text.form().titles().contains(form.title()))
        .filter(text -> TextPrint.areAlike(text.form().print(), form.print()))
        .findFirst();
  }

  /** It is its own title or text that must have changed, not the original's. */
  private static boolean hasBecomeAnother(KnownPost copy, Version form) {
    Version held = copy.version().orElseThrow();
    return !form.title().equals(held.title()) || !TextPrint.areAlike(form.print(), held.print());
  }

  /** Takes a post that has just been found new into account for those that come after it. */
  void remember(KnownPost post, Version form) {
    present.add(new Text(post.number(), post.path(), form));
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
