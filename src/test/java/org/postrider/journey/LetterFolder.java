package org.postrider.journey;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** The letters that arrived, read from the Maildir as any mail program would. */
final class LetterFolder {

  private final Path folder;

  LetterFolder(Path folder) {
    this.folder = folder;
  }

  /** One letter's header lines that stories ask for. */
  record Arrived(String to, String subject, String messageId, String unsubscribe) {}

  /** All letters, in no order. */
  List<Arrived> all() {
    return files().stream().map(LetterFolder::read).toList();
  }

  /** The letters with this subject. */
  List<Arrived> about(String subject) {
    return all().stream().filter(letter -> letter.subject().equals(subject)).toList();
  }

  /** How many there are, without opening one. */
  int count() {
    return files().size();
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (String part : List.of("new", "cur")) {
      Path shelf = folder.resolve(part);
      if (Files.isDirectory(shelf)) {
        try (Stream<Path> found = Files.list(shelf)) {
          found.forEach(files::add);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return files;
  }

  private static Arrived read(Path file) {
    try (InputStream bytes = Files.newInputStream(file)) {
      MimeMessage letter = new MimeMessage(Session.getInstance(new Properties()), bytes);
      return new Arrived(
          letter.getAllRecipients()[0].toString(),
          letter.getSubject(),
          letter.getMessageID(),
          letter.getHeader("List-Unsubscribe") == null
              ? ""
              : letter.getHeader("List-Unsubscribe")[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException(file + " is not a letter", e);
    }
  }
}
