package org.postrider.publish;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.postrider.post.Post;

/** Says in a sentence why a post is or is not news. */
final class Showing {

  private Showing() {}

  static KnownPost.Shown draft(KnownPost post) {
    return shown(
        PostState.DRAFT,
        post.standing() == Standing.ANNOUNCED
            ? "its author took it back; it was mailed before and will not be again"
            : "it is marked as not to be published yet, or has no front matter");
  }

  static KnownPost.Shown future(Post read, ZoneId zone) {
    return shown(
        PostState.FUTURE,
        "waits for its date, " + read.published().atZone(zone).toOffsetDateTime());
  }

  static KnownPost.Shown settling(KnownPost post, Instant until) {
    String when = until.truncatedTo(ChronoUnit.SECONDS).toString();
    return shown(
        PostState.SETTLING,
        post.version().isPresent()
            ? "was edited; feeds follow when the file has rested until " + when
            : "is new; waits until the file has rested until " + when);
  }

  static KnownPost.Shown gone() {
    return shown(
        PostState.GONE, "its file is gone; if it comes back, so does the post, without a letter");
  }

  static KnownPost.Shown standing(KnownPost post, Doubt.Finding finding) {
    return switch (post.standing()) {
      case UNSEEN -> shown(PostState.SETTLING, "is new");
      case BASELINE -> shown(PostState.BASELINE, "was there before the first scan");
      case HELD_IN_FLOOD -> held("more new posts came at once than announce.at-most allows", post);
      case HELD_IN_DOUBT ->
          held("it resembles " + named(finding) + " and may be the same essay", post);
      case HELD_AS_COPY ->
          held(
              "its title and text are those of "
                  + named(finding)
                  + "; another title makes it another essay",
              post);
      case HELD_BY_OPERATOR -> held("held by the operator", post);
      case NEWS -> shown(PostState.NEWS, "is about to be mailed");
      case ANNOUNCED -> shown(PostState.ANNOUNCED, "was handed to the outbox");
      case SKIPPED -> shown(PostState.SKIPPED, "the operator keeps it out of the mail");
    };
  }

  private static String named(Doubt.Finding finding) {
    return switch (finding.kind()) {
      case RESEMBLES -> finding.path() + ", which vanished,";
      case COPIES -> finding.path().isEmpty() ? "another post" : finding.path();
      case NOTHING -> "a post that vanished";
    };
  }

  private static KnownPost.Shown held(String reason, KnownPost post) {
    String sentence =
        "%s; `postrider posts release %s` mails it, `postrider posts skip %s` keeps it in feeds only"
            .formatted(reason, post.path(), post.path());
    return shown(PostState.HELD, sentence);
  }

  private static KnownPost.Shown shown(PostState state, String why) {
    return new KnownPost.Shown(state, why, Optional.empty());
  }
}
