package org.postrider.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Names of files and folders; relative ones are relative to the configuration's folder. */
final class FilePath {

  private FilePath() {}

  static Path read(String text) throws BadValue {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new BadValue("is not a file name", "correct it");
    }
  }

  static Values.Reading<Path> in(Path folder) {
    return text -> {
      if (text.isBlank()) {
        throw new BadValue("is empty", "name a folder, or leave the key out");
      }
      return folder.resolve(read(text)).normalize();
    };
  }

  /** A file that can be read, or the empty path for an empty text. */
  static Values.Reading<Path> readableIn(Path folder) {
    return text -> {
      if (text.isBlank()) {
        return Path.of("");
      }
      Path file = in(folder).read(text);
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw new BadValue("is not a file that can be read", "correct the name");
      }
      return file;
    };
  }
}
