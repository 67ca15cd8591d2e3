package org.postrider.token;

/** What a token permits. A token for one purpose is worthless for another. */
public enum Purpose {
  CONFIRM,
  UNSUBSCRIBE
}
