package org.postrider.web;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.postrider.http.Exchange;
import org.postrider.http.Page;
import org.postrider.http.Reply;
import org.postrider.subscriber.EmailAddress;
import org.postrider.subscriber.Readers;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes sign-ups, from our form, from one on the author's own site, or as JSON. Known, unknown and
 * refused addresses get the same answer, so that nobody can learn who reads.
 */
final class SubscribePage implements Page {

  private static final JsonMapper JSON = new JsonMapper();

  private final Pages pages;
  private final HomePage home;
  private final Doorman doorman;
  private final Desk desk;

  SubscribePage(Pages pages, HomePage home, Doorman doorman, Desk desk) {
    this.pages = pages;
    this.home = home;
    this.doorman = doorman;
    this.desk = desk;
  }

  /** Where a wish to get letters goes. */
  @FunctionalInterface
  interface Desk {
    void join(EmailAddress address, Readers.Wishes wishes, String source);
  }

  @Override
  public Reply answer(Exchange exchange) {
    Optional<SignUp> sent = SignUp.in(exchange);
    if (sent.isEmpty()) {
      return refuse(exchange, "form", SignUp.BLANK);
    }
    SignUp signUp = sent.get();
    Optional<EmailAddress> address = EmailAddress.parse(signUp.email());
    if (address.isEmpty()) {
      return refuse(exchange, "address", signUp);
    }
    Optional<Readers.Wishes> wishes = signUp.wishes();
    if (wishes.isEmpty()) {
      return refuse(exchange, "wishes", signUp);
    }
    if (signUp.isByHand()) {
      Duration wait = doorman.admit(exchange.client());
      if (!wait.isZero()) {
        return later(exchange, wait);
      }
      desk.join(address.get(), wishes.get(), source(exchange));
    }
    return thanks(exchange);
  }

  private static String source(Exchange exchange) {
    return (exchange.carries("application/json") ? "json" : "form")
        + " from "
        + exchange.client().getHostAddress();
  }

  private Reply refuse(Exchange exchange, String problem, SignUp signUp) {
    return wantsJson(exchange)
        ? json(400, "error", sentence(problem))
        : home.again(exchange, problem, signUp);
  }

  private static String sentence(String problem) {
    return switch (problem) {
      case "address" -> "This is not a complete mail address.";
      case "wishes" ->
          "The language must be a tag such as \"en\", the topics at most 50, and the frequency"
              + " \"every\": each new essay as it appears.";
      default -> "Send a form or a JSON object with the field \"email\".";
    };
  }

  private Reply later(Exchange exchange, Duration wait) {
    Reply reply =
        wantsJson(exchange)
            ? json(429, "error", "Too many sign-ups from here. Please try again later.")
            : pages.render(429, "busy", exchange, Map.of()).unkept();
    return reply.with(HttpHeader.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
  }

  private Reply thanks(Exchange exchange) {
    return wantsJson(exchange)
        ? json(200, "message", "Look into your mailbox: a letter there asks you to confirm.")
        : pages.render(200, "subscribed", exchange, Map.of()).unkept();
  }

  private static boolean wantsJson(Exchange exchange) {
    return exchange.carries("application/json") || exchange.prefers("application/json");
  }

  private static Reply json(int status, String key, String sentence) {
    return Reply.json(status, JSON.writeValueAsString(Map.of(key, sentence)) + "\n").unkept();
  }
}
