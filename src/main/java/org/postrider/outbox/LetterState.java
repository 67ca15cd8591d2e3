package org.postrider.outbox;

/**
 * Where a letter stands.
 *
 * <pre>
 *   announce, enqueue                              retry (by the operator)
 *          |            +--------------------------------------------------------+
 *          v            v       accepted                                         |
 *       WAITING ----> IN_FLIGHT --------> SENT                                   |
 *          ^   claim  |  ^  |             refused for good, or given up          |
 *          |          |  |  +-----------------------------------------> FAILED --+
 *          +----------+  |  | not now, or no mail server                         |
 *       not begun after  |  v                                                    |
 *       all; unknown:    DEFERRED                                    UNKNOWN ----+
 *       at once again
 *
 *   WAITING, DEFERRED ------------------------> CANCELLED   withdraw, cancel, forget
 *   IN_FLIGHT, unless it arrives or fails ----> CANCELLED
 * </pre>
 *
 * SENT and CANCELLED are final. A letter found IN_FLIGHT by a process that has just taken the
 * sender's lock belonged to one that died: it goes back to WAITING and leaves again with the same
 * bytes.
 */
public enum LetterState {
  /** Will leave as soon as it is due. */
  WAITING,
  /** Claimed by the process that holds the sender's lock. */
  IN_FLIGHT,
  /** Was not taken yet; will be tried again. */
  DEFERRED,
  /** A mail server has taken responsibility for it. */
  SENT,
  /** Was refused for good, or given up. */
  FAILED,
  /** Was stopped before it left. */
  CANCELLED,
  /** May have been taken or not, and is kept back until the operator decides. */
  UNKNOWN
}
