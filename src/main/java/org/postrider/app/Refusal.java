package org.postrider.app;

/**
 * Something can't be done, for a reason that has a sentence: the message, which the operator reads.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  public Refusal(String message) {
    super(message);
  }

  public Refusal(String message, Throwable cause) {
    super(message, cause);
  }
}
