package org.postrider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postrider.config.ListenAddress;

class HttpListenerTest {

  private static final ListenAddress ANYWHERE = new ListenAddress("127.0.0.1", 0);
  private static final Limits IMPATIENT = new Limits(Duration.ofMillis(300), 8192, 65536, 32, 64);

  private HttpListener listener;

  @BeforeEach
  void start() {
    listener = new HttpListener("test", ANYWHERE, pages().handler(Pages::missing), IMPATIENT);
    listener.start();
  }

  @AfterEach
  void stop() {
    listener.close();
  }

  @Test
  void aGetIsAnsweredWithItsLengthAndTheSafeguards() {
    assertThat(
            say(
                """
                GET /greeting HTTP/1.1
                Host: x
                Connection: close

                """))
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("Content-Length: 6\r\n")
        .contains("Date: ")
        .contains("Content-Security-Policy: default-src 'none';")
        .contains("frame-ancestors 'none'")
        .contains("X-Content-Type-Options: nosniff\r\n")
        .contains("Referrer-Policy: no-referrer\r\n")
        .doesNotContain("Server:")
        .doesNotContain("Set-Cookie")
        .endsWith("\r\n\r\nhello\n");
  }

  @Test
  void aHeadIsAGetWithoutItsBody() {
    assertThat(
            say(
                """
                HEAD /greeting HTTP/1.1
                Host: x
                Connection: close

                """))
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("Content-Length: 6\r\n")
        .endsWith("\r\n\r\n");
  }

  @Test
  void anOldClientIsAnsweredToo() {
    assertThat(say("GET /greeting HTTP/1.0\n\n")).startsWith("HTTP/1.1 200 OK\r\n");
  }

  @Test
  void twoRequestsShareAConnection() {
    assertThat(
            say(
                """
                GET /greeting HTTP/1.1
                Host: x

                GET /greeting HTTP/1.1
                Host: x
                Connection: close

                """))
        .containsSubsequence("hello\n", "HTTP/1.1 200 OK", "hello\n");
  }

  @Test
  void aMethodThatAPathLacksIsToldWhichItHas() {
    assertThat(
            say(
                """
                DELETE /greeting HTTP/1.1
                Host: x
                Connection: close

                """))
        .startsWith("HTTP/1.1 405 ")
        .contains("Allow: GET, HEAD\r\n")
        .contains("X-Content-Type-Options: nosniff\r\n");
    assertThat(
            say(
                """
                GET /echo HTTP/1.1
                Host: x
                Connection: close

                """))
        .startsWith("HTTP/1.1 405 ")
        .contains("Allow: POST\r\n");
  }

  @Test
  void anUnknownPathIsAnsweredByThePageForIt() {
    assertThat(
            say(
                """
                GET /nowhere/at/all HTTP/1.1
                Host: x
                Connection: close

                """))
        .startsWith("HTTP/1.1 404 ")
        .endsWith("missing");
  }

  @Test
  void aFormIsReadAsUtf8() {
    assertThat(post("application/x-www-form-urlencoded", "name=%E8%AF%BB%E8%80%85+1"))
        .startsWith("HTTP/1.1 200 ")
        .endsWith("è¯»è\u0080\u0085 1");
  }

  @Test
  void aFormThatIsNoUtf8IsRefused() {
    assertThat(post("application/x-www-form-urlencoded", "name=%C3%28"))
        .startsWith("HTTP/1.1 400 ")
        .contains("This request could not be understood.");
  }

  @Test
  void aFormOfTooManyFieldsIsRefused() {
    assertThat(post("application/x-www-form-urlencoded", "a=1&".repeat(101)))
        .startsWith("HTTP/1.1 400 ");
  }

  @Test
  void aPathParameterIsHandedOver() {
    assertThat(
            say(
                """
                GET /named/a%20b HTTP/1.1
                Host: x
                Connection: close

                """))
        .endsWith("\r\n\r\na b");
  }

  @Test
  void aHeaderThatIsTooLargeIsRefusedWithASentence() {
    assertThat(
            say(
                """
                GET /greeting HTTP/1.1
                Host: x
                Cookie: %s
                Connection: close

                """
                    .formatted("c".repeat(9000))))
        .startsWith("HTTP/1.1 431 ")
        .contains("Referrer-Policy: no-referrer\r\n")
        .contains("The headers of this request are too large.");
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedBeforeItIsRead() {
    assertThat(
            say(
                """
                POST /echo HTTP/1.1
                Host: x
                Content-Type: application/x-www-form-urlencoded
                Content-Length: 70000

                """))
        .startsWith("HTTP/1.1 413 ")
        .contains("What was sent is too large.");
  }

  @Test
  void aBodyOfUnknownLengthIsRefusedOnceItIsTooLarge() {
    String chunk = "1000\n" + "x".repeat(4096) + "\n";
    assertThat(
            say(
                """
                POST /echo HTTP/1.1
                Host: x
                Content-Type: application/x-www-form-urlencoded
                Transfer-Encoding: chunked

                """
                    + chunk.repeat(17)))
        .startsWith("HTTP/1.1 413 ");
  }

  @Test
  void aClientThatStopsInTheMiddleOfItsHeadersIsCutOff() {
    assertThat(say("GET /greeting HTTP/1.1\nHos")).isEmpty();
  }

  @Test
  void aClientThatStopsInTheMiddleOfItsBodyIsCutOff() {
    assertThat(
            say(
                """
                POST /echo HTTP/1.1
                Host: x
                Content-Length: 10

                abc"""))
        .startsWith("HTTP/1.1 408 ")
        .contains("Connection: close\r\n");
  }

  @Test
  void aBodyThatDripsIsCutOffLongBeforeTheClientIsSilent() {
    var hasty = new Limits(Duration.ofMinutes(1), 8192, 65536, 10_000_000, 64);
    try (var other = new HttpListener("hasty", ANYWHERE, pages().handler(Pages::missing), hasty)) {
      other.start();
      assertThat(
              Wire.say(
                  other.port(),
                  """
                  POST /echo HTTP/1.1
                  Host: x
                  Content-Length: 60000

                  abc"""))
          .startsWith("HTTP/1.1 408 ");
    }
  }

  @Test
  void aBrokenPageIsToldWithoutItsCause() {
    assertThat(
            say(
                """
                GET /broken HTTP/1.1
                Host: x
                Accept: text/html
                Connection: close

                """))
        .startsWith("HTTP/1.1 500 ")
        .contains("Something went wrong here. Please try again a little later.")
        .doesNotContain("secret")
        .doesNotContain("Exception");
  }

  @Test
  void anErrorNeverRepeatsWhatWasSent() {
    assertThat(
            say(
                """
                GET /%00<script>alert(1)</script> HTTP/1.1
                Host: x
                Accept: text/html
                Connection: close

                """))
        .startsWith("HTTP/1.1 400 ")
        .doesNotContain("script");
  }

  @Test
  void aPageMaySayItsOwnPolicy() {
    assertThat(
            say(
                """
                GET /own-policy HTTP/1.1
                Host: x
                Connection: close

                """))
        .containsOnlyOnce("Content-Security-Policy:")
        .contains("Content-Security-Policy: sandbox\r\n");
  }

  @Test
  void aProxyOnThisMachineIsBelievedAboutTheLastHop() {
    assertThat(whoAsks("X-Forwarded-For: 10.9.8.7, 203.0.113.9")).endsWith("203.0.113.9");
    assertThat(whoAsks("X-Forwarded-For: 2001:db8::7")).endsWith("2001:db8:0:0:0:0:0:7");
    assertThat(whoAsks("X-Forwarded-For: some.host.example")).endsWith("127.0.0.1");
    assertThat(whoAsks("X-Forwarded-For: 1.2.3")).endsWith("127.0.0.1");
    assertThat(whoAsks("Via: nobody")).endsWith("127.0.0.1");
  }

  @Test
  void aPortThatIsTakenIsToldInASentence() {
    var address = new ListenAddress("127.0.0.1", listener.port());
    try (var second = new HttpListener("web", address, pages().handler(Pages::missing))) {
      assertThatThrownBy(second::start)
          .isInstanceOf(CannotListen.class)
          .hasMessage(
              "The web listener can't have 127.0.0.1:%d: Address already in use. Stop the program"
                  + " that listens there, or set another address.",
              listener.port());
    }
  }

  @Test
  void aClosedListenerFreesItsPort() {
    int port = listener.port();
    listener.close();
    try (var next =
        new HttpListener(
            "test", new ListenAddress("127.0.0.1", port), pages().handler(Pages::missing))) {
      next.start();
      assertThat(next.port()).isEqualTo(port);
    }
  }

  private String whoAsks(String header) {
    return say(
        """
        GET /client HTTP/1.1
        Host: x
        Connection: close
        %s

        """
            .formatted(header));
  }

  private String post(String type, String body) {
    return say(
        """
        POST /echo HTTP/1.1
        Host: x
        Connection: close
        Content-Type: %s
        Content-Length: %d

        %s"""
            .formatted(type, body.length(), body));
  }

  private String say(String request) {
    return Wire.say(listener.port(), request);
  }

  private static Routes pages() {
    return new Routes()
        .get("/greeting", exchange -> Reply.text(200, "hello\n"))
        .get("/named/{name}", exchange -> Reply.text(200, exchange.parameter("name")))
        .get("/client", exchange -> Reply.text(200, exchange.client().getHostAddress()))
        .get("/broken", Pages::broken)
        .get("/own-policy", exchange -> Reply.empty(204).with("Content-Security-Policy", "sandbox"))
        .post("/echo", exchange -> Reply.text(200, exchange.form().getValue("name")));
  }

  private static final class Pages {

    static Reply missing(Exchange exchange) {
      return Reply.text(404, "missing");
    }

    static Reply broken(Exchange exchange) {
      throw new IllegalStateException("secret");
    }
  }
}
