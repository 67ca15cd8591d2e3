package org.postrider.feed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Feed documents as files under one folder, at the same paths as their URLs, for any web host. A
 * file is replaced in one step, so that whoever reads it sees the old or the new one whole.
 */
public final class FeedFolder {

  private final Path folder;

  public FeedFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /** The essay with this id as the feeds in the folder show it; empty when they do not. */
  public Optional<FeedEntry> published(String id) {
    Path file = folder.resolve("feed.json");
    try {
      return Files.exists(file) ? FrontPage.entry(Files.readAllBytes(file), id) : Optional.empty();
    } catch (IOException fault) {
      throw new BadFeed("The file %s can't be read: %s".formatted(file, fault.getMessage()), fault);
    }
  }

  /**
   * Writes each document whose file is missing or different; the others are not touched, so that
   * their times stay. Other files in the folder are left alone.
   *
   * @return the files written
   * @throws BadFeed when a file can't be written; the old one stays
   * @throws IllegalArgumentException when a document's path leads out of the folder
   */
  public List<Path> write(List<FeedDocument> documents) {
    List<Path> written = new ArrayList<>();
    for (FeedDocument document : documents) {
      Path file = file(document);
      try {
        if (!holds(file, document.bytes())) {
          replace(file, document.bytes());
          written.add(file);
        }
      } catch (IOException fault) {
        throw new BadFeed(
            "The feed file \"%s\" can't be written: %s. See that the folder is writable and not full."
                .formatted(file, fault),
            fault);
      }
    }
    return List.copyOf(written);
  }

  private Path file(FeedDocument document) {
    Path file = folder.resolve(document.path().replaceFirst("^/+", "")).normalize();
    if (!file.startsWith(folder) || file.equals(folder)) {
      throw new IllegalArgumentException(
          "The feed path \"%s\" leads out of \"%s\".".formatted(document.path(), folder));
    }
    return file;
  }

  private static boolean holds(Path file, byte[] bytes) throws IOException {
    return Files.isRegularFile(file)
        && Files.size(file) == bytes.length
        && Arrays.equals(Files.readAllBytes(file), bytes);
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    // Always the same name: what a crash leaves behind is overwritten by the next run.
    Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
    try {
      writeThrough(fresh, bytes);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Onto the disk before the rename, or a power cut could leave an empty file under its name. */
  private static void writeThrough(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
  }
}
