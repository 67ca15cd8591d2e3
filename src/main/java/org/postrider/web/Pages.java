package org.postrider.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.postrider.http.Exchange;
import org.postrider.http.Reply;
import org.postrider.letter.EditionPress;
import org.postrider.template.Templates;

/**
 * Renders {@code pages/NAME.html}, or {@code pages/NAME.LANGUAGE.html} where there is one for a
 * language that the visitor reads. The page without a language in its name stands for English.
 */
final class Pages {

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
  private static final String DEFAULT = "en";

  private final Templates templates;
  private final Supplier<EditionPress.Blog> blog;

  Pages(Templates templates, Supplier<EditionPress.Blog> blog) {
    this.templates = templates;
    this.blog = blog;
  }

  /** The page called {@code name} with {@code values}, and {@code blog} beside them. */
  Reply render(int status, String name, Exchange exchange, Map<String, Object> values) {
    EditionPress.Blog now = blog.get();
    var all = new HashMap<String, Object>(values);
    all.put(
        "blog",
        Map.of(
            "title", now.title(),
            "home", now.home().toString(),
            "language", now.language(),
            "author", now.author(),
            "zone", now.timeZone()));
    return Reply.html(status, templates.render(template(name, exchange, now.language()), all))
        .with(HttpHeader.VARY, "Accept-Language");
  }

  private String template(String name, Exchange exchange, String own) {
    for (String tag : exchange.headers().getQualityCSV(HttpHeader.ACCEPT_LANGUAGE)) {
      String language = language(tag);
      if (language.equals(DEFAULT)) {
        return file(name, "");
      }
      if (isTranslated(name, language)) {
        return file(name, "." + language);
      }
    }
    return isTranslated(name, language(own)) ? file(name, "." + language(own)) : file(name, "");
  }

  private boolean isTranslated(String name, String language) {
    return LANGUAGE.matcher(language).matches() && templates.exists(file(name, "." + language));
  }

  private static String language(String tag) {
    return tag.toLowerCase(Locale.ROOT).replaceFirst("[-_].*", "");
  }

  private static String file(String name, String ending) {
    return "pages/" + name + ending + ".html";
  }
}
