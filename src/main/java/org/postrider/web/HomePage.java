package org.postrider.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.postrider.feed.FeedShelf.Front;
import org.postrider.feed.FeedShelf.Headline;
import org.postrider.http.Exchange;
import org.postrider.http.Page;
import org.postrider.http.Reply;

/** The sign-up form, the feeds, and the newest essays. */
final class HomePage implements Page {

  private static final int HEADLINES = 10;

  private final Pages pages;
  private final Supplier<Optional<Front>> front;

  HomePage(Pages pages, Supplier<Optional<Front>> front) {
    this.pages = pages;
    this.front = front;
  }

  @Override
  public Reply answer(Exchange exchange) {
    return render(200, exchange, "", SignUp.BLANK).with(HttpHeader.CACHE_CONTROL, "no-cache");
  }

  /** The form again with what was filled in, and what is wrong with it. */
  Reply again(Exchange exchange, String problem, SignUp signUp) {
    return render(400, exchange, problem, signUp).unkept();
  }

  private Reply render(int status, Exchange exchange, String problem, SignUp signUp) {
    Optional<Front> now = front.get();
    List<Headline> headlines = now.map(Front::headlines).orElse(List.of());
    return pages.render(
        status,
        "home",
        exchange,
        Map.of(
            "description", now.map(Front::description).orElse(""),
            "headlines", headlines.stream().limit(HEADLINES).map(HomePage::values).toList(),
            "languages", languages(headlines),
            "problem", problem,
            "email", signUp.email(),
            "language", signUp.language()));
  }

  private static Map<String, Object> values(Headline headline) {
    return Map.of(
        "title", headline.title(),
        "url", headline.url().toString(),
        "published", headline.published().toString(),
        "language", headline.language(),
        "summary", headline.summary());
  }

  /** The languages to choose from, each in its own words; none when there is but one. */
  private static List<Map<String, String>> languages(List<Headline> headlines) {
    var byTag = new LinkedHashMap<String, Map<String, String>>();
    for (Headline headline : headlines) {
      Locale locale = Locale.forLanguageTag(headline.language());
      if (!locale.getLanguage().isEmpty()) {
        byTag.putIfAbsent(
            locale.getLanguage(),
            Map.of("tag", locale.getLanguage(), "name", locale.getDisplayLanguage(locale)));
      }
    }
    return byTag.size() < 2 ? List.of() : List.copyOf(byTag.values());
  }
}
