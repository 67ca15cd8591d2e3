package org.postrider.app;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.postrider.admin.AdminSite;
import org.postrider.admin.Destination;
import org.postrider.config.Configuration;
import org.postrider.config.Relay;
import org.postrider.config.Timing;
import org.postrider.http.CannotListen;
import org.postrider.http.HttpListener;
import org.postrider.publish.PublishReport;
import org.postrider.publish.PublishRun;
import org.postrider.schedule.FolderWatch;
import org.postrider.schedule.Schedule;
import org.postrider.store.StoreException;
import org.postrider.web.PublicSite;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running program: two listeners, the schedule and the watch over the folder. Quartz and the
 * watch only wake; what is due is read from tables, so nothing due while the daemon was down is
 * forgotten.
 */
public final class Daemon implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Daemon.class);

  /**
   * How often commands typed beside the daemon are looked for, and letters that have become due.
   */
  private static final Duration BEAT = Duration.ofSeconds(1);

  private static final Duration DRAIN_LIMIT = Duration.ofSeconds(20);

  private final Postrider postrider;
  private final HttpListener web;
  private final HttpListener admin;
  private final Schedule schedule;
  private final FolderWatch watch;
  private final AtomicLong ordersSeen = new AtomicLong();

  public Daemon(Postrider postrider) {
    this.postrider = postrider;
    Configuration configuration = postrider.configuration();
    PublicSite pages =
        new PublicSite(
            postrider.shelf(),
            postrider.membership(),
            postrider.templates(),
            () -> postrider.blogs().blog(),
            postrider.clock());
    AdminSite adminPages =
        new AdminSite(
            configuration.admin(),
            new AdminSite.Records(postrider.database(), postrider.knownPosts(), postrider.outbox()),
            destination(),
            postrider.health(),
            postrider.templates());
    web = new HttpListener("web", configuration.web().listen(), pages.handler());
    admin = new HttpListener("admin", configuration.admin().listen(), adminPages.handler());
    schedule = new Schedule(postrider.folder().site().timeZone());
    watch = new FolderWatch(postrider.folder()::watched, () -> schedule.wake("scan"));
  }

  private Destination destination() {
    Relay relay = postrider.configuration().mail().relay();
    return relay.isConfigured()
        ? new Destination.MailServer(relay.toString())
        : new Destination.LocalMailbox(postrider.mailbox());
  }

  /** Begins to serve, scan and send. */
  public void start() {
    postrider.health().fails("scan", "the first scan has not finished yet");
    postrider.shelf().refresh();
    ordersSeen.set(postrider.orders().given());
    listen();

    schedule.define("scan", this::scan);
    schedule.define("dispatch", postrider.dispatcher()::sendDue);
    schedule.define("beat", this::beat);
    schedule.define("cleanup", this::cleanUp);
    schedule.repeat("scan", postrider.configuration().schedule().scan());
    schedule.repeat("dispatch", new Timing.Every(BEAT));
    schedule.repeat("beat", new Timing.Every(BEAT));
    schedule.repeat("cleanup", new Timing.Every(Duration.ofHours(6)));
    schedule.start();
    schedule.wake("scan");
    watch.start();
  }

  private void listen() {
    try {
      web.start();
      admin.start();
    } catch (CannotListen e) {
      web.close();
      admin.close();
      throw new Refusal(e.getMessage(), e);
    }
  }

  private void scan() {
    try {
      PublishReport report = postrider.publishRun().run();
      postrider.health().works("scan");
      report.nextLook().ifPresent(next -> schedule.wakeAt("scan", next));
      report.announced().forEach(this::tell);
      if (!report.announced().isEmpty()) {
        schedule.wake("dispatch");
      }
    } catch (PublishRun.ScanBusy e) {
      log.warn("scan: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      // The daemon lives on: the folder or the database may be well again at the next scan.
      postrider.health().fails("scan", e.getMessage() + "; tried again at the next scan");
      throw e;
    }
  }

  private void tell(PublishReport.Announced announced) {
    log.info("post={} announced to readers={}", announced.path(), announced.readers());
  }

  /** Acts upon what commands left in the database. */
  private void beat() {
    postrider.shelf().refresh();
    long given = postrider.orders().given();
    if (ordersSeen.getAndSet(given) != given) {
      schedule.wake("scan");
    }
  }

  private void cleanUp() {
    int removed = postrider.membership().cleanUp(postrider.clock().instant());
    if (removed > 0) {
      log.info("readers={} removed: they never confirmed", removed);
    }
  }

  private void drain() {
    try {
      postrider.dispatcher().drain(DRAIN_LIMIT);
    } catch (StoreException e) {
      // Whatever is wrong with the database, the rest must still stop; the next start sends those
      // letters again.
      log.error("what became of the last letters could not be written: {}", e.getMessage());
    }
  }

  public int webPort() {
    return web.port();
  }

  public int adminPort() {
    return admin.port();
  }

  /**
   * Finishes the letters in flight and the answers begun, starts nothing new, and lets go of
   * everything.
   */
  @Override
  public void close() {
    watch.close();
    drain();
    schedule.close();
    web.close();
    admin.close();
  }
}
