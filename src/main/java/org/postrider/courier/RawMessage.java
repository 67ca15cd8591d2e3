package org.postrider.courier;

import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.postrider.letter.Letter;

/** A letter as Jakarta Mail wants it, which sends exactly the letter's bytes and none other. */
final class RawMessage extends SMTPMessage {

  private final byte[] bytes;

  RawMessage(Letter letter) {
    super((Session) null);
    this.bytes = letter.bytes();
    setEnvelopeFrom(letter.from());
    saved = true;
  }

  @Override
  public void writeTo(OutputStream out, String[] ignoredHeaders) throws IOException {
    out.write(bytes);
  }
}
