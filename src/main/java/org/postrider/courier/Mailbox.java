package org.postrider.courier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postrider.letter.Letter;

/**
 * A folder of letters in Maildir form, for trying things out without a mail server. Safe for
 * several threads.
 */
public final class Mailbox {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._,=:+-]*");
  private static final int LARGEST = 50 << 20;

  private final Path folder;

  public Mailbox(Path folder) {
    this.folder = folder;
  }

  /** The newest {@code limit} letters, newest first. */
  public List<Item> newest(int limit) {
    List<Path> files = new ArrayList<>();
    for (String part : List.of("new", "cur")) {
      try (Stream<Path> found = Files.list(folder.resolve(part))) {
        found.filter(Files::isRegularFile).forEach(files::add);
      } catch (NoSuchFileException e) {
        // Nothing was delivered yet.
        continue;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files.stream()
        .map(Dated::of)
        .sorted(Dated.NEWEST_FIRST)
        .limit(limit)
        .flatMap(dated -> LetterFile.item(dated.file()).stream())
        .toList();
  }

  /** The letter called {@code name}. */
  public Optional<Opened> open(String name) {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    for (String part : List.of("new", "cur")) {
      Path file = folder.resolve(part).resolve(name);
      try {
        if (Files.isRegularFile(file) && Files.size(file) <= LARGEST) {
          return Optional.of(LetterFile.opened(name, Files.readAllBytes(file)));
        }
      } catch (NoSuchFileException e) {
        // Moved by a mail program just now, perhaps to the other folder.
        continue;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Optional.empty();
  }

  /** Writes {@code letter} to disk, and only then shows it; returns its name. */
  synchronized String store(Letter letter) throws IOException {
    prepare();
    String name = freeName(letter);
    Path draft = folder.resolve("tmp").resolve(name);
    try (FileChannel file =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(letter.bytes());
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(true);
    }
    Path shown = folder.resolve("new");
    Files.move(draft, shown.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel directory = FileChannel.open(shown, StandardOpenOption.READ)) {
      // The new name must survive a power cut too.
      directory.force(true);
    }
    return name;
  }

  void prepare() throws IOException {
    for (String part : List.of("tmp", "new", "cur")) {
      Files.createDirectories(folder.resolve(part));
    }
  }

  @Override
  public String toString() {
    return folder.toString();
  }

  /** From the letter's date and Message-ID; one sent again after a crash gets another number. */
  private String freeName(Letter letter) {
    String id = letter.messageId().replaceAll("@.*|[^A-Za-z0-9]", "");
    String start = LetterFile.date(letter.bytes()).getEpochSecond() + "." + id + "_";
    int number = 1;
    while (isTaken(start + number + ".postrider")) {
      number++;
    }
    return start + number + ".postrider";
  }

  private boolean isTaken(String name) {
    // In cur the name may have grown flags.
    return Files.exists(folder.resolve("new").resolve(name))
        || Files.exists(folder.resolve("cur").resolve(name))
        || Files.exists(folder.resolve("cur").resolve(name + ":2,S"));
  }

  /** One line of the list. */
  public record Item(String name, String to, String subject, Instant date) {}

  /**
   * One letter taken apart.
   *
   * @param headers as they stand, a line each, unfolded and decoded
   * @param text its plain part
   * @param html its HTML part, as it stands: show it only where nothing in it can run
   */
  public record Opened(Item item, List<String> headers, String text, String html, byte[] bytes) {}

  /** A file with what it is sorted by: the second in its name, then when it came. */
  private record Dated(Path file, long second, long arrived) {
    private static final Comparator<Dated> NEWEST_FIRST =
        Comparator.comparingLong(Dated::second)
            .thenComparingLong(Dated::arrived)
            .thenComparing(dated -> dated.file().toString())
            .reversed();

    static Dated of(Path file) {
      String digits = file.getFileName().toString().replaceFirst("\\D.*", "");
      long second = digits.matches("\\d{1,12}") ? Long.parseLong(digits) : 0;
      long arrived;
      try {
        arrived = Files.getLastModifiedTime(file).toMillis();
      } catch (IOException e) {
        // Moved by a mail program just now; its place in the list matters little.
        arrived = 0;
      }
      return new Dated(file, second, arrived);
    }
  }
}
