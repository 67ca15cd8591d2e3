package org.postrider.publish;

/**
 * What a post is to its readers, whatever the condition of its file. Moved by {@link AnnounceRule}
 * alone.
 */
enum Standing {
  /** Not yet seen settled. */
  UNSEEN,
  /** There before we came: in feeds, never mailed unless the operator says so. */
  BASELINE,
  /** One of too many at once. */
  HELD_IN_FLOOD,
  /** Resembles a post that vanished, and may be it. */
  HELD_IN_DOUBT,
  /** Its text is that of another post which is still there. */
  HELD_AS_COPY,
  HELD_BY_OPERATOR,
  /** To be announced as soon as it is ready and its delay is over. */
  NEWS,
  /** The ledger has it. Final: no event leads out of here. */
  ANNOUNCED,
  /** Never to be mailed. */
  SKIPPED;

  boolean isHeld() {
    return switch (this) {
      case HELD_IN_FLOOD, HELD_IN_DOUBT, HELD_AS_COPY, HELD_BY_OPERATOR -> true;
      case UNSEEN, BASELINE, NEWS, ANNOUNCED, SKIPPED -> false;
    };
  }

  /** Whether it is settled enough who this post is, so that feeds may show it under an id. */
  boolean hasIdentity() {
    return switch (this) {
      case UNSEEN, HELD_IN_DOUBT, HELD_AS_COPY -> false;
      case BASELINE, HELD_IN_FLOOD, HELD_BY_OPERATOR, NEWS, ANNOUNCED, SKIPPED -> true;
    };
  }
}
