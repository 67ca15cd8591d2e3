package org.postrider.letter;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postrider.token.Purpose;

/**
 * The body of a letter: {@code multipart/alternative} (RFC 2046 section 5.1.4) of a plain and an
 * HTML part, 7-bit, with its holes.
 */
final class MimeBody {

  private final Map<Purpose, String> marks;
  private final String boundary;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Hole> holes = new ArrayList<>();

  /**
   * @param marks what stands for a token of each purpose in the texts
   * @param boundary the same for the same letter
   */
  MimeBody(Map<Purpose, String> marks, String boundary) {
    this.marks = marks;
    this.boundary = boundary;
  }

  /** "In general, user agents ... show the last part that they can": the richest comes last. */
  void write(String text, String html) {
    part("text/plain", text);
    part("text/html", html);
    line("--" + boundary + "--");
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  List<Hole> holes() {
    return holes;
  }

  private void part(String type, String text) {
    String clean = printable(text);
    boolean base64 = isMostlyForeign(clean);
    line("--" + boundary);
    line("Content-Type: " + type + "; charset=utf-8");
    line("Content-Transfer-Encoding: " + (base64 ? "base64" : "quoted-printable"));
    line("");
    if (base64) {
      base64(clean.replace("\n", "\r\n"));
    } else {
      quotedPrintable(clean);
    }
  }

  private void quotedPrintable(String text) {
    QuotedPrintable encoding = QuotedPrintable.encode(text, List.copyOf(marks.values()));
    List<Purpose> order = purposes(text);
    for (int i = 0; i < order.size(); i++) {
      holes.add(new Hole(order.get(i), out.size(), out.size() + encoding.holes().get(i), false));
    }
    out.writeBytes(encoding.bytes());
  }

  private void base64(String text) {
    int from = 0;
    int bytesBefore = 0;
    for (Purpose purpose : purposes(text)) {
      int at = text.indexOf(marks.get(purpose), from);
      bytesBefore += text.substring(from, at).getBytes(StandardCharsets.UTF_8).length;
      holes.add(new Hole(purpose, out.size(), bytesBefore, true));
      from = at;
    }
    out.writeBytes(Base64Text.encode(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The purposes of the holes in {@code text}, in the order in which they stand. */
  private List<Purpose> purposes(String text) {
    List<Purpose> found = new ArrayList<>();
    int at = 0;
    while (true) {
      int from = at;
      Map<Integer, Purpose> next =
          marks.entrySet().stream()
              .filter(mark -> text.indexOf(mark.getValue(), from) >= 0)
              .collect(Collectors.toMap(m -> text.indexOf(m.getValue(), from), Map.Entry::getKey));
      if (next.isEmpty()) {
        return found;
      }
      int first = next.keySet().stream().min(Integer::compare).orElseThrow();
      Purpose purpose = next.get(first);
      found.add(purpose);
      at = first + marks.get(purpose).length();
    }
  }

  private void line(String line) {
    out.writeBytes((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  /** More than a sixth of the bytes outside ASCII: quoted-printable would be longer than base64. */
  private static boolean isMostlyForeign(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int foreign = 0;
    for (byte b : bytes) {
      foreign += b < 0 ? 1 : 0;
    }
    return foreign * 6L > bytes.length;
  }

  /** LF line ends, one at the end, and no control characters. */
  private static String printable(String text) {
    String lines = text.replace("\r\n", "\n").replace('\r', '\n').stripTrailing() + "\n";
    return lines.replaceAll("[\\x00-\\x08\\x0B-\\x1F\\x7F]", "");
  }
}
