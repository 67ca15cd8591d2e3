package org.postrider.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The file as text, or the mistake that it is none. */
final class SourceText {

  private static final int LARGEST = 1 << 20;

  private SourceText() {}

  static Optional<String> read(Path file, Mistakes mistakes) {
    try {
      if (Files.isDirectory(file)) {
        mistakes.add(Place.WHOLE_FILE, "", "is a folder", "name the file itself");
      } else if (Files.size(file) > LARGEST) {
        mistakes.add(
            Place.WHOLE_FILE,
            "",
            "is larger than 1 MB, so it can't be a configuration",
            "name another file");
      } else {
        return decode(Files.readAllBytes(file), mistakes);
      }
    } catch (NoSuchFileException e) {
      mistakes.add(
          Place.WHOLE_FILE,
          "",
          "there is no such file",
          "name one with --config or in POSTRIDER_CONFIG");
    } catch (IOException e) {
      mistakes.add(
          Place.WHOLE_FILE,
          "",
          "can't be read (" + e.getClass().getSimpleName() + ")",
          "let the user that runs Postrider read it");
    }
    return Optional.empty();
  }

  private static Optional<String> decode(byte[] bytes, Mistakes mistakes) {
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes), text, true);
    text.flip();
    if (result.isError()) {
      mistakes.add(
          Place.after(text, text.length()),
          "",
          "this byte is not UTF-8 text",
          "save the file in the UTF-8 encoding");
      return Optional.empty();
    }
    for (int i = 0; i < text.length(); i++) {
      if (isForbidden(text.charAt(i))) {
        mistakes.add(Place.after(text, i), "", "a control character stands here", "remove it");
        return Optional.empty();
      }
    }
    return Optional.of(text.toString());
  }

  /** YAML 1.2 section 5.1: what is not printable is no part of a document. */
  private static boolean isForbidden(char c) {
    boolean control = Character.isISOControl(c) && "\t\n\r\u0085".indexOf(c) < 0;
    return control || c == '\uFFFE' || c == '\uFFFF';
  }
}
