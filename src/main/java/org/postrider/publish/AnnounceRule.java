package org.postrider.publish;

/**
 * Decides what is news. One pure table: the old standing and what happened give the new standing;
 * what the table does not name changes nothing. A file that is settling, broken, a draft, in the
 * future or gone is no event: whatever happens to a file, only the first time that it is seen ready
 * can make it news.
 *
 * <pre>
 *                 THERE_BEFORE READY    IN_FLOOD IN_DOUBT AS_COPY  QUEUED    HOLD     RELEASE ANNOUNCE SKIP
 * UNSEEN          BASELINE     NEWS     flood    doubt    copy     .         operator .       NEWS     SKIPPED
 * BASELINE        .            .        .        .        .        .         .        .       NEWS     SKIPPED
 * HELD_IN_FLOOD   .            .        .        .        .        .         operator NEWS    NEWS     SKIPPED
 * HELD_IN_DOUBT   .            .        .        .        .        .         operator NEWS    NEWS     SKIPPED
 * HELD_AS_COPY    .            NEWS     flood    doubt    .        .         operator NEWS    NEWS     SKIPPED
 * HELD_BY_OPERATOR .           .        .        .        .        .         .        NEWS    NEWS     SKIPPED
 * NEWS            .            .        .        .        .        ANNOUNCED operator .       .        SKIPPED
 * ANNOUNCED       .            .        .        .        .        .         .        .       .        .
 * SKIPPED         .            .        .        .        .        .         .        .       NEWS     .
 * </pre>
 */
final class AnnounceRule {

  private AnnounceRule() {}

  static Standing next(Standing old, Event event) {
    return switch (old) {
      case UNSEEN ->
          switch (event) {
            case THERE_BEFORE -> Standing.BASELINE;
            case READY, ANNOUNCE -> Standing.NEWS;
            case READY_IN_FLOOD -> Standing.HELD_IN_FLOOD;
            case READY_IN_DOUBT -> Standing.HELD_IN_DOUBT;
            case READY_AS_COPY -> Standing.HELD_AS_COPY;
            case HOLD -> Standing.HELD_BY_OPERATOR;
            case SKIP -> Standing.SKIPPED;
            case QUEUED, RELEASE -> old;
          };
      case HELD_AS_COPY ->
          switch (event) {
            case READY, RELEASE, ANNOUNCE -> Standing.NEWS;
            case READY_IN_FLOOD -> Standing.HELD_IN_FLOOD;
            case READY_IN_DOUBT -> Standing.HELD_IN_DOUBT;
            case HOLD -> Standing.HELD_BY_OPERATOR;
            case SKIP -> Standing.SKIPPED;
            case THERE_BEFORE, READY_AS_COPY, QUEUED -> old;
          };
      case HELD_IN_FLOOD, HELD_IN_DOUBT, HELD_BY_OPERATOR ->
          switch (event) {
            case RELEASE, ANNOUNCE -> Standing.NEWS;
            case HOLD -> Standing.HELD_BY_OPERATOR;
            case SKIP -> Standing.SKIPPED;
            case THERE_BEFORE, READY, READY_IN_FLOOD, READY_IN_DOUBT, READY_AS_COPY, QUEUED -> old;
          };
      case BASELINE, SKIPPED ->
          switch (event) {
            case ANNOUNCE -> Standing.NEWS;
            case SKIP -> Standing.SKIPPED;
            case THERE_BEFORE,
                READY,
                READY_IN_FLOOD,
                READY_IN_DOUBT,
                READY_AS_COPY,
                QUEUED,
                HOLD,
                RELEASE ->
                old;
          };
      case NEWS ->
          switch (event) {
            case QUEUED -> Standing.ANNOUNCED;
            case HOLD -> Standing.HELD_BY_OPERATOR;
            case SKIP -> Standing.SKIPPED;
            case THERE_BEFORE,
                READY,
                READY_IN_FLOOD,
                READY_IN_DOUBT,
                READY_AS_COPY,
                RELEASE,
                ANNOUNCE ->
                old;
          };
      case ANNOUNCED -> old;
    };
  }
}
