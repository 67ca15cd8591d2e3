package org.postrider.journey;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.jsoup.parser.Parser;

/** A person with a browser that runs no scripts: opens pages, follows links, sends forms. */
final class HttpBrowser {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  /** What came back. */
  record Page(URI address, int status, String body) {

    Document document() {
      return Jsoup.parse(body, address.toString());
    }

    /** What a reader sees. */
    String text() {
      return document().text();
    }

    /** The page's own form; there must be exactly one. */
    FormElement form() {
      return document().expectForm("form");
    }

    /** The first address in the page, link or not, that matches; also inside a framed letter. */
    URI find(Pattern address) {
      return address
          .matcher(Parser.unescapeEntities(Parser.unescapeEntities(body, false), false))
          .results()
          .map(MatchResult::group)
          .map(URI::create)
          .findFirst()
          .orElseThrow(() -> new AssertionError("no " + address + " in\n" + body));
    }
  }

  Page open(String address) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(address)).GET());
  }

  /** Follows the first link with this text in it. */
  Page follow(Page page, String text) throws IOException, InterruptedException {
    return open(page.document().expectFirst("a[href]:contains(" + text + ")").absUrl("href"));
  }

  /** Sends the page's form as it stands, but for what is typed into its fields. */
  Page submit(Page page, Map<String, String> typed) throws IOException, InterruptedException {
    FormElement form = page.form();
    Map<String, String> fields = new LinkedHashMap<>();
    for (Connection.KeyVal field : form.formData()) {
      fields.put(field.key(), field.value());
    }
    fields.putAll(typed);
    String action = form.hasAttr("action") ? form.absUrl("action") : page.address().toString();
    return post(action, fields);
  }

  Page post(String address, Map<String, String> fields) throws IOException, InterruptedException {
    String body =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Page send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            request.timeout(PATIENCE).build(),
            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    return new Page(answer.uri(), answer.statusCode(), answer.body());
  }
}
