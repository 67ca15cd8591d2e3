package org.postrider.courier;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Connections waiting for their next letter. Those that wait too long are closed. Thread-safe. */
final class ConnectionPool {

  private final RelaySession session;
  private final Duration idle;
  private final Deque<RelayConnection> waiting = new ArrayDeque<>();
  private final ScheduledExecutorService janitor =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "smtp-idle");
            thread.setDaemon(true);
            return thread;
          });
  private boolean closed;

  ConnectionPool(RelaySession session, Duration idle) {
    this.session = session;
    this.idle = idle;
  }

  /** One that waits, the latest used first, so that those not needed grow old; else a new one. */
  RelayConnection take() throws MessagingException {
    synchronized (this) {
      RelayConnection connection = waiting.pollFirst();
      if (connection != null) {
        connection.stayOpen();
        return connection;
      }
    }
    return openNew(false);
  }

  RelayConnection openNew(boolean needsUtf8) throws MessagingException {
    return session.open(needsUtf8);
  }

  void giveBack(RelayConnection connection) {
    synchronized (this) {
      if (!closed && connection.isFresh()) {
        waiting.addFirst(connection);
        connection.hangUpBy(
            janitor.schedule(() -> hangUp(connection), idle.toMillis(), TimeUnit.MILLISECONDS));
        return;
      }
    }
    connection.shut();
  }

  void close() {
    Deque<RelayConnection> left;
    synchronized (this) {
      closed = true;
      left = new ArrayDeque<>(waiting);
      waiting.clear();
    }
    janitor.shutdownNow();
    left.forEach(RelayConnection::shut);
  }

  private void hangUp(RelayConnection connection) {
    boolean isIdle;
    synchronized (this) {
      isIdle = waiting.remove(connection);
    }
    if (isIdle) {
      connection.shut();
    }
  }
}
