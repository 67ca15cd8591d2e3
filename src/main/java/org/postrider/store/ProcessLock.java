package org.postrider.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A lock that at most one thread of one process holds, and that dies with its process: an operating
 * system lock on the file {@code NAME.lock}. Taking it proves that whoever held it before is done
 * or dead. Any thread may give it back.
 */
public final class ProcessLock implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final String claim;
  private final FileChannel channel;
  private final AtomicBoolean held = new AtomicBoolean(true);

  private ProcessLock(String claim, FileChannel channel) {
    this.claim = claim;
    this.channel = channel;
  }

  /**
   * Takes the lock called {@code name} in {@code dataFolder}, unless somebody else holds it. Does
   * not wait. Makes the folder when it is missing.
   *
   * @throws StoreException when the lock's file can't be made or locked
   */
  public static Optional<ProcessLock> tryTake(Path dataFolder, String name) {
    Path file = DataFolder.open(dataFolder).resolve(name + ".lock");
    String claim = claim(file);
    // An fcntl(2) lock is the whole process's, and is lost when the process closes any descriptor
    // of the file. So a file that this virtual machine has locked must not even be opened again,
    // and the machine's own properties are what all its class loaders share.
    if (System.getProperties().putIfAbsent(claim, "held") != null) {
      return Optional.empty();
    }
    Optional<FileChannel> channel = Optional.empty();
    try {
      channel = lock(file);
    } finally {
      if (channel.isEmpty()) {
        System.getProperties().remove(claim);
      }
    }
    return channel.map(locked -> new ProcessLock(claim, locked));
  }

  /** Takes the lock, waiting at most {@code limit} for it. */
  public static Optional<ProcessLock> take(Path dataFolder, String name, Duration limit)
      throws InterruptedException {
    long start = System.nanoTime();
    while (true) {
      Optional<ProcessLock> lock = tryTake(dataFolder, name);
      if (lock.isPresent() || System.nanoTime() - start >= limit.toNanos()) {
        return lock;
      }
      Thread.sleep(PAUSE.toMillis());
    }
  }

  /** Gives the lock back. Repeating it is harmless. */
  @Override
  public void close() {
    if (!held.compareAndSet(true, false)) {
      return;
    }
    try {
      channel.close();
    } catch (IOException fault) {
      throw new StoreException(
          "A lock could not be given back: " + DataFolder.reason(fault) + ".", fault);
    } finally {
      System.getProperties().remove(claim);
    }
  }

  private static String claim(Path file) {
    return ProcessLock.class.getName() + ":" + file;
  }

  private static Optional<FileChannel> lock(Path file) {
    DataFolder.makeFile(file);
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
      FileLock lock = null;
      try {
        lock = channel.tryLock();
      } finally {
        if (lock == null) {
          channel.close();
        }
      }
      return lock == null ? Optional.empty() : Optional.of(channel);
    } catch (IOException fault) {
      throw new StoreException(
          "The lock file \""
              + file
              + "\" can't be locked: "
              + DataFolder.reason(fault)
              + ". The data folder must be on a local disk and writable for the daemon's user.",
          fault);
    }
  }
}
