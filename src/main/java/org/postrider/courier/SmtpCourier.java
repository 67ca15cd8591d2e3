package org.postrider.courier;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.postrider.config.MailSettings;
import org.postrider.config.Relay;
import org.postrider.letter.Letter;

/**
 * Delivers over SMTP (RFC 5321) to a relay, over a pool of connections that are kept open. A kept
 * connection that turns out to be dead costs nothing: the letter goes over a new one at once.
 */
public final class SmtpCourier implements Courier {

  private static final Duration IDLE = Duration.ofSeconds(30);

  private final Relay relay;
  private final int connections;
  private final Semaphore free;
  private final ConnectionPool pool;
  private final ReplyReading replies;

  /**
   * @param heloName this machine's name, for the greeting
   * @throws IllegalArgumentException when the relay's CA file can't be used
   */
  public SmtpCourier(MailSettings mail, String heloName) {
    this(mail, heloName, IDLE);
  }

  SmtpCourier(MailSettings mail, String heloName, Duration idle) {
    this.relay = mail.relay();
    this.connections = mail.connections();
    this.free = new Semaphore(connections);
    this.pool = new ConnectionPool(new RelaySession(relay, heloName), idle);
    this.replies = new ReplyReading(relay);
  }

  @Override
  public Outcome deliver(Letter letter) {
    free.acquireUninterruptibly();
    try {
      return attempt(letter, false);
    } finally {
      free.release();
    }
  }

  @Override
  public int connections() {
    return connections;
  }

  @Override
  public String tryOut() {
    RelayConnection connection;
    try {
      connection = pool.openNew(false);
    } catch (MessagingException e) {
      return replies.unavailable(e).reply();
    }
    boolean answers = connection.isConnected();
    String answer = connection.getLastServerResponse();
    connection.shut();
    return answers
        ? ""
        : "The mail server " + relay + " let us in but does not answer: " + replies.clean(answer);
  }

  @Override
  public void close() {
    pool.close();
  }

  private Outcome attempt(Letter letter, boolean isSecond) {
    boolean needsUtf8 = !isAscii(letter.to()) || !isAscii(letter.from());
    RelayConnection connection;
    try {
      connection = isSecond || needsUtf8 ? pool.openNew(needsUtf8) : pool.take();
    } catch (MessagingException e) {
      return replies.unavailable(e);
    }
    try {
      connection.send(letter);
      Outcome taken = new Outcome.Accepted(replies.clean(connection.getLastServerResponse()));
      pool.giveBack(connection);
      return taken;
    } catch (MessagingException e) {
      Outcome outcome = replies.outcome(connection, e);
      boolean isStale = replies.isLost(e) && connection.wasUsedBefore() && !isSecond;
      if (isStale && !(outcome instanceof Outcome.Unknown)) {
        connection.shut();
        return attempt(letter, true);
      }
      // RSET tells whether the connection is good for another letter.
      if (replies.isLost(e) || !connection.isConnected()) {
        connection.shut();
      } else {
        pool.giveBack(connection);
      }
      return outcome;
    } catch (RuntimeException e) {
      connection.shut();
      throw e;
    }
  }

  private static boolean isAscii(String address) {
    return address.chars().allMatch(c -> c < 128);
  }
}
