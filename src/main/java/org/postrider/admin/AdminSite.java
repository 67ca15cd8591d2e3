package org.postrider.admin;

import org.eclipse.jetty.server.Handler;
import org.postrider.config.AdminSettings;
import org.postrider.http.Reply;
import org.postrider.http.Routes;
import org.postrider.monitor.Health;
import org.postrider.outbox.Outbox;
import org.postrider.publish.KnownPosts;
import org.postrider.store.Database;
import org.postrider.template.Templates;

/**
 * The operator's pages: status, posts, local mailbox, health. They only show; what changes anything
 * is a command.
 */
public final class AdminSite {

  private final Guard guard;
  private final StatusPages status;
  private final MailboxPages mailbox;
  private final HealthPages health;
  private final Sheets sheets;

  public AdminSite(
      AdminSettings settings,
      Records records,
      Destination destination,
      Health health,
      Templates templates) {
    this(
        new Guard(settings),
        new StatusPages(new Sheets(templates), () -> Status.read(records), health),
        MailboxPages.of(destination, new Sheets(templates)),
        new HealthPages(health),
        new Sheets(templates));
  }

  AdminSite(
      Guard guard, StatusPages status, MailboxPages mailbox, HealthPages health, Sheets sheets) {
    this.guard = guard;
    this.status = status;
    this.mailbox = mailbox;
    this.health = health;
    this.sheets = sheets;
  }

  /** What the pages show. */
  public record Records(Database database, KnownPosts posts, Outbox outbox) {}

  /** All routes, for a listener. */
  public Handler handler() {
    return new Routes(guard)
        .get("/", status::front)
        .get("/posts", status::posts)
        .get("/mailbox", mailbox::list)
        .get("/mailbox/{name}", mailbox::letter)
        .get("/mailbox/{name}/html", mailbox::html)
        .get("/mailbox/{name}/raw", mailbox::raw)
        .get(Guard.OPEN_TO_ALL, health::alive)
        .get("/readyz", health::ready)
        .handler(exchange -> missing());
  }

  private Reply missing() {
    return sheets.missing("There is nothing at this address.");
  }
}
