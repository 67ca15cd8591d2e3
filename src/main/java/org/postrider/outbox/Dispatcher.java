package org.postrider.outbox;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.postrider.config.MailSettings;
import org.postrider.courier.Courier;
import org.postrider.letter.Addressee;
import org.postrider.letter.Edition;
import org.postrider.letter.Letter;
import org.postrider.letter.LetterWriter;
import org.postrider.monitor.Health;
import org.postrider.store.Database;
import org.postrider.store.ProcessLock;
import org.postrider.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due, and enters what became of each letter before its connection begins the next.
 * Takes the sender's lock with the first {@link #sendDue} that finds it free and keeps it until
 * {@link #drain} or {@link #close}, so that at most one process sends at a time; taking it proves
 * every earlier claim dead, and what such claims left in flight goes out again at once, with the
 * same bytes. So a letter arrives twice at most where its acceptance is unknown: in a crash, one
 * per open connection.
 *
 * <p>What the courier says decides: a letter not taken now is tried again on {@code mail.retries}
 * until {@code mail.give-up}, one refused fails, and neither stops the others. One of which nobody
 * knows whether it was taken is sent again at once, and if that happens again, on the schedule of
 * retries. While the mail server can't be used at all, claiming rests, longer each time up to five
 * minutes. {@link Health} has the parts {@code mail} and {@code outbox}.
 *
 * <p>Safe for several threads.
 */
public final class Dispatcher implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private static final String LOCK = "send";
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(30);

  private final Desk desk;
  private final Clerk clerk;
  private final Recorder recorder;
  private final ExecutorService threads = Executors.newCachedThreadPool(Dispatcher::thread);
  private final Round.Crew crew;

  private final ReentrantLock sending = new ReentrantLock();
  private Optional<ProcessLock> lock = Optional.empty();
  private volatile Optional<Round> current = Optional.empty();
  private volatile boolean drained;

  public Dispatcher(Desk desk, Courier courier, LetterWriter writer, MailSettings mail) {
    this(
        desk,
        courier,
        stored -> fillingOf(Edition.of(stored), writer),
        new RetryPlan(mail.retries(), mail.giveUp(), desk.outbox().random()));
  }

  /**
   * @param press makes of a stored edition what fills it for a reader
   */
  Dispatcher(
      Desk desk,
      Courier courier,
      Function<byte[], Function<Addressee, Letter>> press,
      RetryPlan plan) {
    Ledger ledger = new Ledger("process " + ProcessHandle.current().pid());
    Rest rest = new Rest(desk.clock(), desk.health());
    Prints prints = new Prints(desk.database(), press);
    Handover handover = new Handover(prints, courier, plan, rest, desk.clock());
    this.desk = desk;
    this.clerk = new Clerk(desk.database(), ledger, rest, desk.clock());
    this.recorder = new Recorder(desk.database(), ledger, desk.clock(), desk.health());
    this.crew = new Round.Crew(clerk, handover, recorder, threads, courier.connections());
  }

  private static Function<Addressee, Letter> fillingOf(Edition edition, LetterWriter writer) {
    return addressee -> writer.write(edition, addressee);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "letters");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Sends all that is due now and returns when it has left, or when sending is paused, or when the
   * mail server can't be used, or when {@link #drain} was called. Cheap when nothing is due.
   *
   * @return whether this process may send; {@code false}: another one holds the sender's lock and
   *     will do it, or this one was drained
   * @throws StoreException when the database can't be used. What became of letters is kept in
   *     memory then, and the next call begins with writing it
   */
  public boolean sendDue() {
    sending.lock();
    try {
      if (drained || !holdsLock()) {
        return false;
      }
      recorder.record(List.of());
      sendRounds();
      desk.health().works(Recorder.PART);
      return true;
    } catch (StoreException fault) {
      desk.health().fails(Recorder.PART, fault.getMessage());
      throw fault;
    } finally {
      sending.unlock();
    }
  }

  private boolean holdsLock() {
    if (lock.isPresent()) {
      return true;
    }
    Optional<ProcessLock> taken = ProcessLock.tryTake(desk.dataFolder(), LOCK);
    if (taken.isEmpty()) {
      return false;
    }
    try {
      int reclaimed = clerk.reclaim();
      if (reclaimed > 0) {
        LOG.warn("{} letters were in flight when their sender died, they go out again", reclaimed);
      }
      lock = taken;
      return true;
    } finally {
      if (lock.isEmpty()) {
        taken.get().close();
      }
    }
  }

  private void sendRounds() {
    while (!drained && !Thread.currentThread().isInterrupted() && clerk.hasDue()) {
      Round round = new Round(crew);
      current = Optional.of(round);
      // Whoever drains sets the flag first and ends the current round then: one of the two sees the
      // other.
      if (!drained) {
        round.run();
      }
    }
  }

  /**
   * Starts no further letter, waits for those in flight at most {@code limit}, and gives the lock
   * back. When the limit passes the lock stays with this process as long as it lives, because its
   * letters are still under way. Nothing can be sent afterwards.
   *
   * @throws StoreException when what became of letters could not be entered; the lock stays then
   *     too
   */
  public void drain(Duration limit) {
    drained = true;
    current.ifPresent(Round::end);
    if (!tryLock(limit)) {
      LOG.warn(
          "letters are still under way after {} s; those whose answer does not come before the"
              + " process ends go out again",
          limit.toSeconds());
      return;
    }
    try {
      if (lock.isPresent()) {
        recorder.record(List.of());
        lock.get().close();
        lock = Optional.empty();
      }
      threads.shutdown();
    } finally {
      sending.unlock();
    }
  }

  private boolean tryLock(Duration limit) {
    try {
      return sending.tryLock(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Drains within 30 seconds. Repeating it is harmless. The courier stays open. */
  @Override
  public void close() {
    drain(CLOSE_LIMIT);
  }

  /** What the dispatcher works with on our side of the wire. */
  public record Desk(
      Database database, Outbox outbox, Path dataFolder, InstantSource clock, Health health) {}
}
