package org.postrider.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a secret that stands in the file itself or, better, in a file of its own. */
final class Passwords {

  private static final int LONGEST = 4096;

  private final Values values;
  private final Path folder;

  /**
   * Reads from {@code values}.
   *
   * @param folder what a relative file name is relative to
   */
  Passwords(Values values, Path folder) {
    this.values = values;
    this.folder = folder;
  }

  /** The secret that {@code plain} or {@code twin} gives; empty when neither does. */
  String read(Key plain, Key twin) {
    String written = values.read(plain, Passwords::oneLine);
    String filed = values.read(twin, this::readFile);
    if (values.isGiven(plain) && values.isGiven(twin)) {
      values.mistake(twin, "is given beside " + plain.path(), "remove one of them");
    }
    return values.isGiven(twin) ? filed : written;
  }

  /** Whether {@code password} is one, or a mistake told already is the reason that it is none. */
  boolean isGiven(String password, Key plain, Key twin) {
    return !password.isEmpty() || values.isBad(plain) || values.isBad(twin);
  }

  private String readFile(String name) throws BadValue {
    if (name.isBlank()) {
      return "";
    }
    String secret = oneLine(withoutNewline(contents(folder.resolve(FilePath.read(name)))));
    if (secret.isEmpty()) {
      throw new BadValue("names a file that is empty", "write the password into it");
    }
    return secret;
  }

  private static String contents(Path file) throws BadValue {
    if (!Files.exists(file)) {
      throw new BadValue("names a file that does not exist", "make it, or correct the name");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw new BadValue("names a file too large for a password", "correct the name");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new BadValue(
          "names a file that can't be read", "let the user that runs Postrider read it");
    }
  }

  private static String withoutNewline(String text) {
    return text.replaceFirst("\r?\n$", "");
  }

  private static String oneLine(String text) throws BadValue {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new BadValue("gives more than one line", "leave only the password");
    }
    return text;
  }
}
