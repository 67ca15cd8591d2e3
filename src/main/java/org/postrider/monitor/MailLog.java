package org.postrider.monitor;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mail log: one line per event of a letter, to the logger {@code mail}, in the form {@code
 * letter=… event (answer), consequence}. Who got the letter is told at level debug only. What the
 * server answered is put on one line and kept short; an address inside it is masked unless debug is
 * on. Safe for use by several threads.
 */
public final class MailLog {

  private static final int LONGEST_ANSWER = 300;

  private final Logger log;

  public MailLog() {
    this(LoggerFactory.getLogger("mail"));
  }

  MailLog(Logger log) {
    this.log = log;
  }

  /**
   * Which letter, and to whom.
   *
   * @param letter what the ledger knows it by
   * @param reader the reader's address
   */
  public record Subject(String letter, String reader) {

    /** Without the address. */
    @Override
    public String toString() {
      return "letter=" + letter;
    }
  }

  /** The server took the letter. */
  public void sent(Subject subject, String answer) {
    log.info("{} sent ({})", who(subject), tidy(answer));
  }

  /** The server or the line put the letter off. */
  public void deferred(Subject subject, String answer, Instant nextTry) {
    log.info("{} deferred ({}), next try {}", who(subject), tidy(answer), second(nextTry));
  }

  /** The letter was refused for good, put off for too long, or could not be printed. */
  public void failed(Subject subject, String reason) {
    log.warn("{} failed ({}), not tried again", who(subject), tidy(reason));
  }

  private String who(Subject subject) {
    return log.isDebugEnabled() ? subject + " to=" + oneLine(subject.reader()) : subject.toString();
  }

  /** A server may answer anything: many lines, control characters, the reader's address. */
  private String tidy(String answer) {
    String line = oneLine(answer);
    if (!log.isDebugEnabled()) {
      line = line.replaceAll("[^\\s<>()\\[\\]:;,\"']+@[^\\s<>()\\[\\]:;,\"']+", "…@…");
    }
    return line.length() <= LONGEST_ANSWER
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_ANSWER / 2)) + "…";
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
  }

  private static Instant second(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }
}
