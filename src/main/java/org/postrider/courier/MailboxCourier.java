package org.postrider.courier;

import java.io.IOException;
import org.postrider.letter.Letter;

/** Delivers into the local {@link Mailbox}: nothing leaves this machine. */
public final class MailboxCourier implements Courier {

  private final Mailbox mailbox;

  public MailboxCourier(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  @Override
  public Outcome deliver(Letter letter) {
    try {
      return new Outcome.Accepted("stored as " + mailbox.store(letter));
    } catch (IOException e) {
      return new Outcome.Unavailable(sentence(e));
    }
  }

  @Override
  public int connections() {
    return 1;
  }

  @Override
  public String tryOut() {
    try {
      mailbox.prepare();
      return "";
    } catch (IOException e) {
      return sentence(e);
    }
  }

  @Override
  public void close() {
    // Every letter is on disk when deliver returns.
  }

  private String sentence(IOException e) {
    return "The local mailbox "
        + mailbox
        + " can't be written: "
        + e
        + "; see to the folder's owner and the free space";
  }
}
