package org.postrider.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpBrowserTest {

  private static final String FORM =
      """
      <a href="elsewhere">go on</a>
      <iframe srcdoc="&lt;a href=&quot;http://b.example/confirm/T-1?a=1&amp;amp;b=2&quot;&gt;"></iframe>
      <form method="post" action="echo">
      <input name="email"><input name="trap" value=""><input name="kept" value="a b">
      <button>Send</button></form>
      """;

  private HttpServer server;
  private String root;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/form", exchange -> answer(exchange, FORM));
    server.createContext(
        "/echo",
        exchange ->
            answer(
                exchange,
                exchange.getRequestMethod()
                    + " "
                    + new String(
                        exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    server.createContext("/elsewhere", exchange -> answer(exchange, "found"));
    server.start();
    root = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aFormIsSentWithAllItsFieldsAndWhatWasTyped() throws Exception {
    HttpBrowser browser = new HttpBrowser();

    HttpBrowser.Page answer =
        browser.submit(browser.open(root + "/form"), Map.of("email", "a+b@c.example"));

    assertThat(answer.body()).isEqualTo("POST email=a%2Bb%40c.example&trap=&kept=a+b");
  }

  @Test
  void linksAreFollowedAndAddressesFoundInFramesToo() throws Exception {
    HttpBrowser browser = new HttpBrowser();
    HttpBrowser.Page page = browser.open(root + "/form");

    assertThat(browser.follow(page, "go on").text()).isEqualTo("found");
    assertThat(page.find(Pattern.compile("http://b\\.example/confirm/[^\"\\s]+")))
        .hasToString("http://b.example/confirm/T-1?a=1&b=2");
  }

  private static void answer(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
