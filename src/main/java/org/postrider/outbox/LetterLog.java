package org.postrider.outbox;

import org.postrider.monitor.MailLog;

/** Tells the mail log what was entered in the ledger. */
final class LetterLog {

  private final MailLog log = new MailLog();

  void write(Entry entry) {
    MailLog.Subject letter =
        new MailLog.Subject(entry.claim().key().toString(), entry.claim().address());
    switch (entry.state()) {
      case SENT -> log.sent(letter, entry.reply());
      case FAILED -> log.failed(letter, entry.reply());
      case WAITING, DEFERRED -> {
        // One without an answer was claimed and not begun: nothing happened to it.
        if (!entry.reply().isEmpty()) {
          log.deferred(letter, entry.reply(), entry.nextAttempt());
        }
      }
      // The rest is decided by readers and operators, in statements over many letters at once.
      case IN_FLIGHT, CANCELLED, UNKNOWN -> {}
    }
  }
}
