package org.postrider.http;

/** A listener can't be started; the message is a sentence for the operator. */
public final class CannotListen extends RuntimeException {

  private static final long serialVersionUID = 1;

  public CannotListen(String message, Throwable cause) {
    super(message, cause);
  }
}
