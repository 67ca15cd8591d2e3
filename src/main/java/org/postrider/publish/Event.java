package org.postrider.publish;

/** What can happen to a post, as far as its standing is concerned. */
enum Event {
  /** There at the very first scan, readable or broken. */
  THERE_BEFORE,
  /** Seen settled, public and due. */
  READY,
  /** The same, as one of too many at once. */
  READY_IN_FLOOD,
  /** The same, resembling a post that vanished. */
  READY_IN_DOUBT,
  /** The same, with the text of a post which is still there. */
  READY_AS_COPY,
  /** Its edition is in the ledger. */
  QUEUED,
  /** The operator's word. */
  HOLD,
  RELEASE,
  ANNOUNCE,
  SKIP
}
