package org.postrider.store;

/** The database can't be used; the message is a sentence for the operator. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
