package org.postrider.web;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.postrider.http.Exchange;
import org.postrider.http.Page;
import org.postrider.http.Reply;
import org.postrider.membership.Membership.Standing;

/**
 * A page behind a link in a letter. Programs that check mail for viruses open every link, so GET
 * only shows a button, and POST acts.
 *
 * @param name of the template
 * @param lookUp where the holder of a token stands; changes nothing
 * @param act does what the page is for; harmless when repeated
 */
record TokenPage(
    Pages pages, String name, Function<String, Standing> lookUp, Function<String, Standing> act) {

  /** Answers GET. */
  Page shown() {
    return exchange -> page(exchange, lookUp.apply(exchange.parameter("token")), false);
  }

  /** Answers POST. */
  Page done() {
    return exchange -> {
      Standing standing = act.apply(exchange.parameter("token"));
      return isOneClick(exchange) ? sentence(standing) : page(exchange, standing, true);
    };
  }

  /**
   * Whether a mail program sent it for the reader, as a form of either type (RFC 8058 section 3.2).
   */
  private static boolean isOneClick(Exchange exchange) {
    return exchange.text().contains("List-Unsubscribe") && exchange.text().contains("One-Click");
  }

  private static Reply sentence(Standing standing) {
    return Reply.text(
            status(standing),
            switch (standing) {
              case UNSUBSCRIBED, SUPPRESSED -> "No more letters will be sent to this address.\n";
              case PENDING, ACTIVE -> "Nothing was changed.\n";
              case NOT_FOUND, EXPIRED -> "This link is not known here. Nothing was changed.\n";
            })
        .unkept();
  }

  private Reply page(Exchange exchange, Standing standing, boolean acted) {
    Map<String, Object> values =
        Map.of("standing", standing.name().toLowerCase(Locale.ROOT), "acted", acted);
    return pages.render(status(standing), name, exchange, values).unkept();
  }

  private static int status(Standing standing) {
    return switch (standing) {
      case NOT_FOUND -> 404;
      case EXPIRED -> 410;
      case PENDING, ACTIVE, UNSUBSCRIBED, SUPPRESSED -> 200;
    };
  }
}
