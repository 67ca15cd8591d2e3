package org.postrider.courier;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;
import org.postrider.letter.LetterParts;

/** Reads letters of a {@link Mailbox}. Never throws for what a letter holds. */
final class LetterFile {

  private static final int LONGEST_HEADERS = 256 << 10;

  private LetterFile() {}

  /** Reads the headers only; empty when the file is gone. */
  static Optional<Mailbox.Item> item(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(LONGEST_HEADERS);
      return Optional.of(item(file.getFileName().toString(), start));
    } catch (IOException e) {
      // A mail program moved or deleted it since the folder was listed.
      return Optional.empty();
    }
  }

  static Mailbox.Opened opened(String name, byte[] bytes) {
    LetterParts parts = LetterParts.of(bytes);
    return new Mailbox.Opened(
        item(name, bytes), parts.headers(), parts.text(), parts.html(), bytes);
  }

  /** When the letter says it was written; the epoch when it doesn't. */
  static Instant date(byte[] message) {
    try {
      String date = headers(message).getHeader("Date", null);
      return date == null ? Instant.EPOCH : new MailDateFormat().parse(date).toInstant();
    } catch (ParseException e) {
      return Instant.EPOCH;
    }
  }

  private static Mailbox.Item item(String name, byte[] message) {
    InternetHeaders headers = headers(message);
    return new Mailbox.Item(name, text(headers, "To"), text(headers, "Subject"), date(message));
  }

  private static InternetHeaders headers(byte[] message) {
    InternetHeaders headers = new InternetHeaders();
    try {
      headers.load(new ByteArrayInputStream(message), true);
    } catch (MessagingException | RuntimeException e) {
      // Rubbish: what was read so far has to do.
      return headers;
    }
    return headers;
  }

  private static String text(InternetHeaders headers, String name) {
    String value = headers.getHeader(name, ", ");
    if (value == null) {
      return "";
    }
    String unfolded = MimeUtility.unfold(value);
    try {
      return MimeUtility.decodeText(unfolded);
    } catch (UnsupportedEncodingException | RuntimeException e) {
      // Not decodable: shown as it stands.
      return unfolded;
    }
  }
}
