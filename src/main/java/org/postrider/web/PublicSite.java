package org.postrider.web;

import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.postrider.feed.FeedPress;
import org.postrider.feed.FeedShelf;
import org.postrider.http.Exchange;
import org.postrider.http.Reply;
import org.postrider.http.Routes;
import org.postrider.letter.EditionPress;
import org.postrider.membership.Membership;
import org.postrider.template.Templates;

/** The public pages: sign-up, confirmation, leaving, and the feeds. */
public final class PublicSite {

  private static final int SIGN_UPS_AN_HOUR = 300;
  private static final int SIGN_UPS_AN_HOUR_NEARBY = 20;

  private final Pages pages;
  private final HomePage home;
  private final Doors doors;

  public PublicSite(
      FeedShelf shelf,
      Membership membership,
      Templates templates,
      Supplier<EditionPress.Blog> blog,
      InstantSource clock) {
    pages = new Pages(templates, blog);
    home = new HomePage(pages, shelf::front);
    var doorman = new Doorman(SIGN_UPS_AN_HOUR_NEARBY, SIGN_UPS_AN_HOUR, clock);
    doors =
        new Doors(
            new FeedPage(shelf::at),
            new SubscribePage(pages, home, doorman, membership::join),
            new TokenPage(pages, "confirm", membership::lookUpConfirm, membership::confirm),
            new TokenPage(
                pages, "unsubscribe", membership::lookUpUnsubscribe, membership::unsubscribe));
  }

  PublicSite(Pages pages, HomePage home, Doors doors) {
    this.pages = pages;
    this.home = home;
    this.doors = doors;
  }

  /** What a visitor can get and do. */
  record Doors(FeedPage feed, SubscribePage subscribe, TokenPage confirm, TokenPage unsubscribe) {}

  /** All routes, for a listener. */
  public Handler handler() {
    var routes =
        new Routes()
            .get("/", home)
            .get("/subscribe", PublicSite::home)
            .post("/subscribe", doors.subscribe());
    FeedPress.PATHS.forEach(path -> routes.get(path, doors.feed()));
    return routes
        .get("/confirm/{token}", doors.confirm().shown())
        .post("/confirm/{token}", doors.confirm().done())
        .get("/unsubscribe/{token}", doors.unsubscribe().shown())
        .post("/unsubscribe/{token}", doors.unsubscribe().done())
        .handler(this::missing);
  }

  /** Who signed up and presses Enter in the address bar asks for what was only posted to. */
  private static Reply home(Exchange exchange) {
    // Relative, since a proxy may have put the site under a path of its own.
    return Reply.empty(303).with(HttpHeader.LOCATION, "./").unkept();
  }

  private Reply missing(Exchange exchange) {
    return pages.render(404, "missing", exchange, Map.of()).unkept();
  }
}
