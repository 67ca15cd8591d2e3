package org.postrider.admin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.postrider.courier.Mailbox;
import org.postrider.courier.Mailbox.Item;
import org.postrider.courier.Mailbox.Opened;
import org.postrider.http.Exchange;
import org.postrider.http.Reply;

/**
 * The local mailbox in the browser. What a letter holds is a stranger's: its HTML is a page of its
 * own that may run nothing, load only pictures, and belongs to no origin; it is shown in a frame
 * that takes the same from it once more. Its links open in windows that are free of all this, since
 * the forms behind them must work.
 */
final class MailboxPages {

  private static final int NEWEST = 200;

  private static final String SANDBOXED =
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
          + " img-src http: https: data:; style-src 'unsafe-inline'; form-action 'none';"
          + " base-uri 'none'; frame-ancestors 'self'";

  private static final String WITH_FRAME =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self';"
          + " form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)\\]]");
  private static final Pattern DOCTYPE =
      Pattern.compile("^\\s*<!doctype[^>]*>", Pattern.CASE_INSENSITIVE);

  private final Sheets sheets;
  private final String leavesBy;
  private final IntFunction<List<Item>> newest;
  private final Function<String, Optional<Opened>> open;

  /**
   * @param leavesBy the mail server that letters leave by; empty when they stay
   */
  MailboxPages(
      Sheets sheets,
      String leavesBy,
      IntFunction<List<Item>> newest,
      Function<String, Optional<Opened>> open) {
    this.sheets = sheets;
    this.leavesBy = leavesBy;
    this.newest = newest;
    this.open = open;
  }

  static MailboxPages of(Destination destination, Sheets sheets) {
    if (destination instanceof Destination.LocalMailbox here) {
      Mailbox mailbox = here.mailbox();
      return new MailboxPages(sheets, "", mailbox::newest, mailbox::open);
    }
    String server = ((Destination.MailServer) destination).name();
    return new MailboxPages(sheets, server, limit -> List.of(), name -> Optional.empty());
  }

  Reply list(Exchange exchange) {
    List<Map<String, Object>> letters =
        newest.apply(NEWEST).stream().map(MailboxPages::values).toList();
    return sheets.render(200, "mailbox", Map.of("letters", letters, "leavesBy", leavesBy));
  }

  private static Map<String, Object> values(Item item) {
    return Map.of(
        "name", item.name(),
        "to", item.to(),
        "subject", item.subject(),
        "date", item.date().toString());
  }

  Reply letter(Exchange exchange) {
    return opened(exchange).map(this::letter).orElseGet(this::missing);
  }

  private Reply letter(Opened letter) {
    return sheets
        .render(
            200,
            "letter",
            Map.of(
                "letter", values(letter.item()),
                "headers", letter.headers(),
                "text", letter.text(),
                "html", !letter.html().isBlank(),
                "links", links(letter.text())))
        .with("Content-Security-Policy", WITH_FRAME);
  }

  private static List<String> links(String text) {
    return LINK.matcher(text).results().map(MatchResult::group).distinct().toList();
  }

  Reply html(Exchange exchange) {
    return opened(exchange)
        .map(letter -> Reply.html(200, inNewWindows(letter.html())).unkept())
        .orElseGet(this::missing)
        .with("Content-Security-Policy", SANDBOXED);
  }

  /** Behind the doctype, so that the letter keeps its mode of layout. */
  private static String inNewWindows(String html) {
    return DOCTYPE
        .matcher(html)
        .results()
        .findFirst()
        .map(type -> type.group() + "<base target=\"_blank\">" + html.substring(type.end()))
        .orElse("<base target=\"_blank\">" + html);
  }

  Reply raw(Exchange exchange) {
    return opened(exchange)
        .map(letter -> Reply.of(200, "text/plain; charset=utf-8", letter.bytes()).unkept())
        .orElseGet(this::missing);
  }

  private Optional<Opened> opened(Exchange exchange) {
    return open.apply(exchange.parameter("name"));
  }

  private Reply missing() {
    return sheets.missing("There is no such letter in the mailbox.");
  }
}
