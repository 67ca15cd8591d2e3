package org.postrider.letter;

import java.util.List;
import java.util.Map;
import org.postrider.post.Sha256;
import org.postrider.token.Purpose;

/**
 * One letter prepared for all its readers: the headers that are the same for all, and the MIME body
 * encoded once, with holes of fixed length at known places where the reader's own tokens go.
 * Filling it copies the body and writes the holes; To, Message-ID, Date and List-Unsubscribe are
 * header lines of the reader's own. Immutable and safe for use by several threads.
 */
public final class Edition {

  private final Kind kind;
  private final String subject;
  private final byte[] headers;
  private final byte[] body;
  private final List<Hole> holes;
  private final String fingerprint;

  /**
   * @param headers those common to all readers, a line each with its CRLF
   * @param body what follows the empty line
   */
  Edition(Kind kind, String subject, byte[] headers, byte[] body, List<Hole> holes) {
    this.kind = kind;
    this.subject = subject;
    this.headers = headers;
    this.body = body;
    this.holes = List.copyOf(holes);
    this.fingerprint = Sha256.of(stored());
  }

  /** What kind of letter it is. */
  public Kind kind() {
    return kind;
  }

  /** Of the letter, decoded. */
  public String subject() {
    return subject;
  }

  /** A form that {@link #of} reads back to the same edition, for the database. */
  public byte[] stored() {
    return StoredEdition.write(this);
  }

  /**
   * The edition that {@link #stored} wrote.
   *
   * @throws IllegalArgumentException when {@code stored} is damaged or of a newer version
   */
  public static Edition of(byte[] stored) {
    return StoredEdition.read(stored);
  }

  /**
   * The SHA-256 hash of {@link #stored}, hexadecimal: what tells this edition from all others. It
   * is the same after a restart and on every machine.
   */
  public String fingerprint() {
    return fingerprint;
  }

  byte[] headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }

  List<Hole> holes() {
    return holes;
  }

  /** The whole message: {@code ownHeaders} first, and {@code tokens} in the holes. */
  byte[] fill(byte[] ownHeaders, Map<Purpose, byte[]> tokens) {
    byte[] letter = new byte[ownHeaders.length + headers.length + 2 + body.length];
    System.arraycopy(ownHeaders, 0, letter, 0, ownHeaders.length);
    int at = ownHeaders.length;
    System.arraycopy(headers, 0, letter, at, headers.length);
    at += headers.length;
    letter[at++] = '\r';
    letter[at++] = '\n';
    System.arraycopy(body, 0, letter, at, body.length);
    for (Hole hole : holes) {
      hole.fill(letter, at, tokens.get(hole.purpose()));
    }
    return letter;
  }

  /** The kinds of letters. */
  public enum Kind {
    ESSAY,
    CONFIRM,
    WELCOME,
    GOODBYE
  }
}
