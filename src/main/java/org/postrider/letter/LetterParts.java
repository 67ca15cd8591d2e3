package org.postrider.letter;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/**
 * A message taken apart again: what its reader gets to see, decoded from the bytes that are sent.
 *
 * @param headers as they stand, a line each, unfolded and decoded
 * @param text its plain part; empty when it has none
 * @param html its HTML part; empty when it has none
 */
public record LetterParts(List<String> headers, String text, String html) {

  private static final int DEEPEST = 20;
  private static final int LONGEST = 10 << 20;

  /** The parts of {@code message}. Never throws: of rubbish, whatever can be read. */
  public static LetterParts of(byte[] message) {
    Reading reading = new Reading();
    try {
      Properties lenient = new Properties();
      lenient.setProperty("mail.mime.address.strict", "false");
      MimeMessage parsed =
          new MimeMessage(Session.getInstance(lenient), new ByteArrayInputStream(message));
      for (Header header : Collections.list(parsed.getAllHeaders())) {
        reading.headers.add(header.getName() + ": " + decoded(header.getValue()));
      }
      reading.take(parsed, 0);
    } catch (MessagingException | IOException | RuntimeException e) {
      // Jakarta Mail fails on rubbish in more ways than it declares; what was read until then, or
      // else the message as it stands, is the best there is to show.
      if (reading.text.isEmpty() && reading.html.isEmpty()) {
        reading.text.append(new String(message, StandardCharsets.UTF_8));
      }
    }
    return new LetterParts(
        List.copyOf(reading.headers), reading.text.toString(), reading.html.toString());
  }

  /** The value of the first header called {@code name}; empty when there is none. */
  public String header(String name) {
    String start = name + ": ";
    return headers.stream()
        .filter(line -> line.regionMatches(true, 0, start, 0, start.length()))
        .findFirst()
        .map(line -> line.substring(start.length()))
        .orElse("");
  }

  private static String decoded(String value) {
    String unfolded = MimeUtility.unfold(value);
    try {
      return MimeUtility.decodeText(unfolded);
    } catch (UnsupportedEncodingException e) {
      // A charset nobody knows: the encoded form is still something to read.
      return unfolded;
    }
  }

  private static final class Reading {
    private final List<String> headers = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();

    private void take(Part part, int depth) throws MessagingException, IOException {
      if (depth > DEEPEST) {
        return;
      }
      if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
        for (int i = 0; i < parts.getCount(); i++) {
          BodyPart inner = parts.getBodyPart(i);
          take(inner, depth + 1);
        }
      } else if (part.isMimeType("text/html") && html.isEmpty()) {
        html.append(content(part));
      } else if (part.isMimeType("text/*") && text.isEmpty()) {
        text.append(content(part));
      }
    }

    private static String content(Part part) throws MessagingException, IOException {
      try {
        if (part.getContent() instanceof String content) {
          return content;
        }
      } catch (UnsupportedEncodingException e) {
        // A charset nobody knows: read byte for byte below.
      }
      try (InputStream in = part.getInputStream()) {
        return new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
      }
    }
  }
}
