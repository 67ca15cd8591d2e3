package org.postrider.web;

import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postrider.http.Exchange;
import org.postrider.subscriber.Frequency;
import org.postrider.subscriber.Readers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was filled into the form, or sent as JSON, unchecked.
 *
 * @param trap a field that people do not see; programs that fill every field fall into it
 */
record SignUp(String email, String language, List<String> topics, String frequency, String trap) {

  static final SignUp BLANK = new SignUp("", "", List.of(), "", "");

  private static final JsonMapper JSON = new JsonMapper();
  private static final int TOPICS = 50;
  private static final int TOPIC_LENGTH = 100;

  /** What a request holds; empty when it is neither a form nor JSON. */
  static Optional<SignUp> in(Exchange exchange) {
    if (exchange.carries("application/x-www-form-urlencoded")) {
      return Optional.of(inForm(exchange));
    }
    return exchange.carries("application/json") ? inJson(exchange) : Optional.empty();
  }

  private static SignUp inForm(Exchange exchange) {
    var form = exchange.form();
    return new SignUp(
        Optional.ofNullable(form.getValue("email")).orElse(""),
        Optional.ofNullable(form.getValue("language")).orElse(""),
        split(form.getValuesOrEmpty("topics")),
        Optional.ofNullable(form.getValue("frequency")).orElse(""),
        Optional.ofNullable(form.getValue("subject")).orElse(""));
  }

  private static Optional<SignUp> inJson(Exchange exchange) {
    try {
      JsonNode json = JSON.readTree(exchange.body());
      if (!json.isObject()) {
        return Optional.empty();
      }
      var topics = new ArrayList<String>();
      json.path("topics").forEach(topic -> topics.add(topic.asString("")));
      if (json.path("topics").isString()) {
        topics.add(json.path("topics").stringValue());
      }
      return Optional.of(
          new SignUp(
              text(json, "email"),
              text(json, "language"),
              split(topics),
              text(json, "frequency"),
              text(json, "subject")));
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  private static String text(JsonNode json, String field) {
    return json.path(field).asString("");
  }

  private static List<String> split(List<String> topics) {
    return topics.stream()
        .flatMap(topic -> List.of(topic.split(",")).stream())
        .map(String::strip)
        .filter(topic -> !topic.isEmpty())
        .distinct()
        .toList();
  }

  /** Whether a person filled it in, as far as can be told. */
  boolean isByHand() {
    return trap.isEmpty();
  }

  /** The wishes in it; empty when they can't be met. */
  Optional<Readers.Wishes> wishes() {
    if (topics.size() > TOPICS || topics.stream().anyMatch(t -> t.length() > TOPIC_LENGTH)) {
      return Optional.empty();
    }
    boolean often = frequency.isEmpty() || frequency.equals(Frequency.EVERY.word());
    return often && isLanguage(language.strip())
        ? Optional.of(new Readers.Wishes(language.strip(), topics, Frequency.EVERY))
        : Optional.empty();
  }

  /** Whether it is a tag (RFC 5646), or empty for every language. */
  private static boolean isLanguage(String tag) {
    if (tag.isEmpty()) {
      return true;
    }
    try {
      return !new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty();
    } catch (IllformedLocaleException notLanguage) {
      return false;
    }
  }
}
