package org.postrider.feed;

/** A feed document can't be made; the last good one stays. */
public final class BadFeed extends RuntimeException {

  private static final long serialVersionUID = 1;

  public BadFeed(String message, Throwable cause) {
    super(message, cause);
  }
}
