package org.postrider.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what is known of posts in a file beside built feeds, where there is no database. */
final class IdentityFile {

  private static final String NAME = "postrider-ids.json";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path file;

  IdentityFile(Path folder) {
    this.file = folder.resolve(NAME);
  }

  boolean exists() {
    return Files.exists(file);
  }

  /**
   * @throws StaticBuild.CannotBuild when the file is there and can't be read: starting over would
   *     give new ids
   */
  List<KnownPost> read() {
    if (!exists()) {
      return List.of();
    }
    try {
      return JSON.readValue(Files.readAllBytes(file), new TypeReference<List<KnownPost>>() {});
    } catch (IOException | JacksonException e) {
      throw new StaticBuild.CannotBuild(
          file
              + " can't be read ("
              + firstLine(e)
              + "); restore it, since without it every essay gets a new id");
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  void write(List<KnownPost> posts) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(posts);
    if (exists() && Arrays.equals(Files.readAllBytes(file), bytes)) {
      return;
    }
    Path next = file.resolveSibling(NAME + ".new");
    Files.write(next, bytes);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
