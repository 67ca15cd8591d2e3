package org.postrider.courier;

import org.postrider.letter.Letter;

/**
 * Hands letters over, one at a time per calling thread, and says what happened. Never throws for
 * what a server does. Safe for use by as many threads as {@link #connections}.
 */
public interface Courier extends AutoCloseable {

  /** Delivers {@code letter} and waits for the answer, within limits. */
  Outcome deliver(Letter letter);

  /** How many letters may be under way at once. */
  int connections();

  /** Checks that letters could be delivered now; the empty text when they could, else why not. */
  String tryOut();

  @Override
  void close();
}
