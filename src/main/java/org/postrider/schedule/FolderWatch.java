package org.postrider.schedule;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls back soon after something changed in watched folders or below them, at most every 300
 * milliseconds and always once more after the last change. Only a hint: file systems that tell
 * nothing (network, overlay) are covered by the schedule.
 */
public final class FolderWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

  /** Changes come in bursts: an editor writes, renames and touches for one save. */
  private static final Duration GATHERING = Duration.ofMillis(300);

  /** How often missing or replaced folders are looked for; nobody tells of those. */
  private static final Duration LOOKING = Duration.ofSeconds(3);

  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);

  private final Supplier<List<Path>> folders;
  private final Runnable changed;
  private WatchService service;
  private Thread thread;

  /**
   * Watches what {@code folders} names, asking again after each change, and calls {@code changed}
   * in its own thread.
   */
  public FolderWatch(Supplier<List<Path>> folders, Runnable changed) {
    this.folders = folders;
    this.changed = changed;
  }

  /**
   * Begins to watch: what changes after this returns is told. Where the system has no watch to
   * give, that is logged, and nothing is ever told.
   */
  public synchronized void start() {
    if (thread != null) {
      throw new IllegalStateException("The folder watch was started before.");
    }
    try {
      service = FileSystems.getDefault().newWatchService();
    } catch (IOException fault) {
      LOG.warn("Folders can't be watched ({}); changes are seen on the schedule", fault.toString());
      return;
    }
    WatchedTree tree = new WatchedTree(service);
    tree.watch(folders.get());
    thread = new Thread(() -> watch(tree), "folder-watch");
    thread.setDaemon(true);
    thread.start();
  }

  private void watch(WatchedTree tree) {
    try {
      while (true) {
        WatchKey key = service.poll(LOOKING.toMillis(), TimeUnit.MILLISECONDS);
        try {
          if (key != null) {
            key.pollEvents();
            gather(key);
            tell(tree);
          } else if (tree.hasNewRoots(folders.get())) {
            tell(tree);
          }
        } catch (ClosedWatchServiceException closed) {
          throw closed;
        } catch (RuntimeException fault) {
          // Whatever one call meets, the next change must be told.
          LOG.error("A change in the watched folders could not be followed up", fault);
        }
      }
    } catch (ClosedWatchServiceException closed) {
      LOG.debug("The folder watch ends");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes in all that comes within the gathering time; an overflow is a change like any other. */
  private void gather(WatchKey first) throws InterruptedException {
    first.reset();
    long end = System.nanoTime() + GATHERING.toNanos();
    long left;
    while ((left = end - System.nanoTime()) > 0) {
      WatchKey key = service.poll(left, TimeUnit.NANOSECONDS);
      if (key != null) {
        key.pollEvents();
        key.reset();
      }
    }
  }

  /** New folders first: what appears in them after that is told by them, what was there is seen. */
  private void tell(WatchedTree tree) {
    tree.watch(folders.get());
    changed.run();
  }

  /** Ends the watch; a call that runs may end. Calling it again does nothing. */
  @Override
  public void close() {
    Thread watching;
    synchronized (this) {
      watching = thread;
      closeService();
    }
    if (watching == null || watching == Thread.currentThread()) {
      return;
    }
    try {
      watching.join(CLOSE_LIMIT.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void closeService() {
    if (service == null) {
      return;
    }
    try {
      service.close();
    } catch (IOException fault) {
      LOG.warn("The folder watch did not close: {}", fault.toString());
    }
  }
}
