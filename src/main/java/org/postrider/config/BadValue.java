package org.postrider.config;

/**
 * A value is not what its key wants. The reason continues a sentence that begins with the quoted
 * value; it never repeats the value, which may hold a secret.
 */
final class BadValue extends Exception {

  private static final long serialVersionUID = 1;

  private final String remedy;

  BadValue(String reason, String remedy) {
    super(reason, null, false, false);
    this.remedy = remedy;
  }

  String reason() {
    return getMessage();
  }

  String remedy() {
    return remedy;
  }
}
