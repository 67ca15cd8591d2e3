package org.postrider.cli;

/** What commands leave behind. */
final class ExitCode {

  static final int DONE = 0;
  static final int FAILED = 1;

  /** EX_CONFIG of sysexits.h. */
  static final int BAD_CONFIGURATION = 78;

  private ExitCode() {}
}
