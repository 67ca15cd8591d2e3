package org.postrider.letter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.postrider.config.MailSettings;
import org.postrider.config.WebSettings;
import org.postrider.token.Purpose;
import org.postrider.token.Tokens;

/**
 * Fills an edition for one reader. The same edition and addressee give the same bytes. Safe for
 * several threads.
 *
 * <p>A letter is 7-bit, with one exception: an address whose local part is not ASCII has no other
 * form than UTF-8 (RFC 6532), so its {@code To} line holds it as it is, and such a letter needs a
 * mail server with SMTPUTF8.
 */
public final class LetterWriter {

  // RFC 5322 section 3.3.
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss '+0000'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private final String from;
  private final String unsubscribe;
  private final Tokens tokens;

  public LetterWriter(MailSettings mail, WebSettings web, Tokens tokens) {
    this.from = Headers.withAsciiDomain(mail.from().address());
    this.unsubscribe = web.url() + "/unsubscribe/";
    this.tokens = tokens;
  }

  /** The letter of {@code edition} to {@code addressee}. */
  public Letter write(Edition edition, Addressee addressee) {
    Map<Purpose, byte[]> signed = new EnumMap<>(Purpose.class);
    // Signed as of the letter's own date, so that a letter sent again is the same letter.
    Instant date = addressee.date();
    String leave = tokens.sign(Purpose.UNSUBSCRIBE, addressee.readerId(), date);
    signed.put(Purpose.UNSUBSCRIBE, leave.getBytes(StandardCharsets.US_ASCII));
    if (edition.holes().stream().anyMatch(hole -> hole.purpose() == Purpose.CONFIRM)) {
      String confirm = tokens.sign(Purpose.CONFIRM, addressee.readerId(), date);
      signed.put(Purpose.CONFIRM, confirm.getBytes(StandardCharsets.US_ASCII));
    }
    String to = Headers.withAsciiDomain(addressee.address().text());
    String messageId = messageId(edition, addressee);
    byte[] own =
        new Headers()
            .add("Date", DATE.format(date))
            .add("Message-ID", messageId)
            .add("To", to)
            .addUri("List-Unsubscribe", unsubscribe + leave)
            .bytes();
    return new Letter(from, to, messageId, edition.fill(own, signed));
  }

  private String messageId(Edition edition, Addressee addressee) {
    String identity =
        edition.fingerprint() + "\n" + addressee.readerId() + "\n" + addressee.occasion();
    String domain = from.substring(from.lastIndexOf('@') + 1);
    return "<" + tokens.keyedHash("message-id", identity) + "@" + domain + ">";
  }
}
