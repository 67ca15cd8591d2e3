package org.postrider.token;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/** The file {@code secret} in the folder of keys: 32 random bytes, readable by its owner only. */
final class SecretFile {

  private final Path folder;
  private final Path file;

  SecretFile(Path folder) {
    this.folder = folder;
    this.file = folder.resolve("secret");
  }

  byte[] readOrMake() throws IOException {
    if (!Files.exists(file)) {
      make();
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(Secret.LENGTH + 1);
    }
    if (bytes.length != Secret.LENGTH) {
      throw new IllegalStateException(
          "\""
              + file
              + "\" does not hold a secret of "
              + Secret.LENGTH
              + " bytes; restore it from a backup. Without one, remove it: a new secret is made at"
              + " the next start, and the links in all letters sent so far stop working.");
    }
    return bytes;
  }

  private void make() throws IOException {
    Files.createDirectories(folder.toAbsolutePath().getParent());
    makeFolder();
    SecureRandom random = new SecureRandom();
    byte[] secret = new byte[Secret.LENGTH];
    random.nextBytes(secret);
    byte[] name = new byte[8];
    random.nextBytes(name);
    Path draft = folder.resolve("secret." + HexFormat.of().formatHex(name) + ".tmp");
    try {
      write(draft, secret);
      // A hard link appears complete or not at all, and fails when another process was faster: then
      // that one's secret is ours too. A rename would replace it under the feet of the other.
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      if (!Files.exists(file)) {
        throw e;
      }
    } finally {
      Files.deleteIfExists(draft);
    }
    syncFolder();
  }

  private void makeFolder() throws IOException {
    try {
      Files.createDirectory(folder, mode("rwx------"));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  private void write(Path draft, byte[] secret) throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(draft, options, mode("rw-------"))) {
      ByteBuffer bytes = ByteBuffer.wrap(secret);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** A power cut must not take the name away again after letters were signed. */
  private void syncFolder() throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static FileAttribute<?> mode(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }
}
