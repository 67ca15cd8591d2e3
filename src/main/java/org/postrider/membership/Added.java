package org.postrider.membership;

/** What came of adding a reader. */
public enum Added {
  /** Active from now on. */
  ACTIVE,
  /** A confirmation letter is queued. */
  ASKED,
  /** Pending, and asked too lately or too often to be asked again now. */
  ASKED_BEFORE,
  /** Gets letters already, or has paused them himself. */
  KNOWN,
  /** Left, so that only his own confirmation brings him back: add him without vouching. */
  LEFT,
  /** The address is refused for good. */
  SUPPRESSED,
  /** Had himself erased, so that only he can come back, through the sign-up page. */
  FORGOTTEN
}
