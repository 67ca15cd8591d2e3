package org.postrider.courier;

/** What became of one letter handed to a courier. */
public sealed interface Outcome {

  /** The server's answer, or what happened to the connection, in one line without secrets. */
  String reply();

  /** The server took responsibility for it. */
  record Accepted(String reply) implements Outcome {}

  /** Not now (4yz): try again later. */
  record Deferred(String reply) implements Outcome {}

  /** Never (5yz): this letter will not be taken. */
  record Refused(String reply) implements Outcome {}

  /** The connection failed after the final dot and before the answer: nobody can tell. */
  record Unknown(String reply) implements Outcome {}

  /**
   * The server can't be reached, or does not let us in: nothing was tried with this letter, and no
   * other will fare better.
   */
  record Unavailable(String reply) implements Outcome {}
}
