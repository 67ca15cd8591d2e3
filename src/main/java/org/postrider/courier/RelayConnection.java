package org.postrider.courier;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.util.concurrent.Future;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.postrider.config.Relay;
import org.postrider.letter.Letter;

/** One connection to the relay. Used by one thread at a time. */
final class RelayConnection extends SMTPTransport {

  private static final int LETTERS = 50;

  private final boolean speaksUtf8;
  private int letters;
  private boolean dotUnderWay;
  private Future<?> hangUp;

  RelayConnection(Session session, boolean implicitTls, boolean speaksUtf8) {
    super(session, null, implicitTls ? "smtps" : "smtp", implicitTls);
    this.speaksUtf8 = speaksUtf8;
    setUseRset(true);
  }

  void connect(Relay relay) throws MessagingException {
    boolean hasLogin = !relay.password().isEmpty();
    connect(
        relay.host(),
        relay.port(),
        hasLogin ? relay.user() : null,
        hasLogin ? relay.password() : null);
  }

  void send(Letter letter) throws MessagingException {
    dotUnderWay = false;
    letters++;
    if (speaksUtf8 && !supportsExtension("SMTPUTF8")) {
      throw new NoUtf8();
    }
    sendMessage(new RawMessage(letter), new Address[] {mailbox(letter.to())});
  }

  /** Whether another letter may go over it; servers dislike connections that never end. */
  boolean isFresh() {
    return letters < LETTERS && !speaksUtf8;
  }

  /** Whether a letter went over it before the one being sent, or just sent. */
  boolean wasUsedBefore() {
    return letters > 1;
  }

  /** Whether the last letter's final dot may have reached the server. */
  boolean mayHaveArrived() {
    return dotUnderWay;
  }

  /** Remembers what closes it when it stays idle. */
  void hangUpBy(Future<?> task) {
    hangUp = task;
  }

  void stayOpen() {
    hangUp.cancel(false);
  }

  void shut() {
    try {
      close();
    } catch (MessagingException e) {
      // The other side is gone already, and that was all we wanted.
      dotUnderWay = false;
    }
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    dotUnderWay = true;
    super.finishData();
  }

  /** Not parsed again: it was checked when the reader gave it. */
  static InternetAddress mailbox(String address) {
    InternetAddress mailbox = new InternetAddress();
    mailbox.setAddress(address);
    return mailbox;
  }

  /** The server can't take an address outside ASCII. */
  static final class NoUtf8 extends MessagingException {
    private static final long serialVersionUID = 1;

    NoUtf8() {
      super("5.6.7 the mail server has no SMTPUTF8, which an address outside ASCII needs");
    }
  }
}
