package org.postrider.post.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The text of a file: strict UTF-8, without byte order mark, line ends as LF, and only characters
 * that XML allows.
 *
 * @param notes where characters were dropped, the first few of them
 */
public record SourceText(String text, List<Note> notes) {
  public static final int MAX_BYTES = 10_000_000;
  static final int MAX_LINE = 1_000_000;
  private static final int MAX_NOTES = 5;

  public static SourceText of(byte[] bytes) throws BadSource {
    if (bytes.length > MAX_BYTES) {
      throw tooLarge(bytes.length);
    }
    String text = unifyLineEnds(decode(bytes));
    refuseLongLines(text);
    return scrub(text);
  }

  public static BadSource tooLarge(long bytes) {
    return new BadSource(
        0,
        0,
        String.format(
            Locale.ROOT, "the file has %,d bytes; at most %,d are read", bytes, MAX_BYTES),
        "move what it embeds (images, data) into files of their own");
  }

  private static String decode(byte[] bytes) throws BadSource {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      throw notUtf8(bytes, in.position());
    }
    String text = out.flip().toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static BadSource notUtf8(byte[] bytes, int offset) {
    int line = 1;
    for (int i = 0; i < offset; i++) {
      if (bytes[i] == '\n' || (bytes[i] == '\r' && bytes[i + 1] != '\n')) {
        line++;
      }
    }
    return new BadSource(
        line,
        0,
        String.format(
            Locale.ROOT, "byte 0x%02X at offset %d is not valid UTF-8", bytes[offset], offset),
        "save the file as UTF-8");
  }

  private static String unifyLineEnds(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static void refuseLongLines(String text) throws BadSource {
    int line = 1;
    for (int start = 0; start <= text.length(); line++) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      if (end - start > MAX_LINE) {
        throw new BadSource(
            line,
            0,
            String.format(
                Locale.ROOT,
                "the line has %,d characters; at most %,d are read",
                end - start,
                MAX_LINE),
            "break the line, or move what it embeds into a file of its own");
      }
      start = end + 1;
    }
  }

  private static SourceText scrub(String text) {
    if (text.codePoints().allMatch(XmlCharacters::isAllowed)) {
      return new SourceText(text, List.of());
    }
    StringBuilder clean = new StringBuilder(text.length());
    List<Note> notes = new ArrayList<>();
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (XmlCharacters.isAllowed(c)) {
        clean.appendCodePoint(c);
      } else if (notes.size() < MAX_NOTES) {
        notes.add(
            new Note(
                line,
                i - lineStart + 1,
                String.format(Locale.ROOT, "the control character U+%04X was dropped", c),
                "delete it from the file"));
      }
      i += Character.charCount(c);
      if (c == '\n') {
        line++;
        lineStart = i;
      }
    }
    return new SourceText(clean.toString(), List.copyOf(notes));
  }
}
