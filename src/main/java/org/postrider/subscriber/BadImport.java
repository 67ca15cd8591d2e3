package org.postrider.subscriber;

/** A file of readers can't be read at all; the message is a sentence for the operator. */
public final class BadImport extends RuntimeException {

  private static final long serialVersionUID = 1;

  BadImport(String message, Throwable cause) {
    super(message, cause);
  }
}
