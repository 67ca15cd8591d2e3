package org.postrider.cli;

/** Plurals. */
final class Words {

  private Words() {}

  /** Such as "1 reader" or "2 readers". */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
