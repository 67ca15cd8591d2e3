package org.postrider.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder of one installation: what is in it is nobody else's to read. */
final class DataFolder {

  private DataFolder() {}

  /** Makes the folder when it is missing, for its owner alone. */
  static Path open(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
      }
      return folder.toRealPath();
    } catch (IOException fault) {
      throw new StoreException(
          "The data folder \""
              + folder
              + "\" can't be made: "
              + reason(fault)
              + ". Name another one under \"data\" in the configuration, or let the daemon's user"
              + " write there.",
          fault);
    }
  }

  /** Makes an empty file for its owner alone, unless it is there already. */
  static void makeFile(Path file) {
    try {
      Files.createFile(file, ownerOnly(file.getParent(), "rw-------"));
    } catch (FileAlreadyExistsException there) {
      return;
    } catch (IOException fault) {
      throw new StoreException(
          "The file \""
              + file
              + "\" can't be made: "
              + reason(fault)
              + ". Let the daemon's user write to that folder, and see that the disk is not full.",
          fault);
    }
  }

  /** The name of the fault where the system's own message is nothing but the file's name. */
  static String reason(IOException fault) {
    String message = fault.getMessage();
    String kind = fault.getClass().getSimpleName().replaceAll("Exception$", "");
    return message == null ? kind : kind + " (" + message + ")";
  }

  private static FileAttribute<?>[] ownerOnly(Path place, String mode) {
    boolean posix = place.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }
}
