package org.postrider.post;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/**
 * What changes when a file does, without reading it. The change time, where the system has one,
 * also shows a copy that kept size and modification time.
 */
record FileStamp(long size, FileTime modified, String key, FileTime changed) {

  static FileStamp of(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
    FileTime changed =
        unix ? (FileTime) Files.getAttribute(file, "unix:ctime") : attributes.lastModifiedTime();
    return new FileStamp(
        attributes.size(),
        attributes.lastModifiedTime(),
        String.valueOf(attributes.fileKey()),
        changed);
  }

  /** When the file last changed in content or name, by the file system's word. */
  Instant touched() {
    return (modified.compareTo(changed) > 0 ? modified : changed).toInstant();
  }
}
