package org.postrider.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postrider.config.AdminSettings;
import org.postrider.config.ListenAddress;
import org.postrider.courier.Mailbox.Item;
import org.postrider.courier.Mailbox.Opened;
import org.postrider.http.HttpListener;
import org.postrider.http.Wire;
import org.postrider.monitor.Health;
import org.postrider.outbox.Books;
import org.postrider.post.PostProblem;
import org.postrider.publish.KnownPosts.Listed;
import org.postrider.publish.PostState;
import org.postrider.template.Templates;

class AdminSiteTest {

  private static final ListenAddress LOOPBACK = new ListenAddress("127.0.0.1", 0);
  private static final String OURS = "Host: localhost:8081";

  private final Health health = new Health();
  private final List<Listed> posts = new ArrayList<>();
  private boolean paused;
  private HttpListener listener = listener("", "");

  @AfterEach
  void stop() {
    listener.close();
  }

  @Test
  void theFrontShowsWhatWorksAndTheBooks() {
    assertThat(ask("/", OURS))
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("Cache-Control: no-store\r\n")
        .contains("All parts work")
        .contains("On &lt;rain&gt;")
        .contains("<td class=\"n\">1234</td>")
        .contains("No post has been seen yet.")
        .doesNotContain("paused");
  }

  @Test
  void theFrontNamesWhatNeedsTheOperatorAndTheCommandForIt() {
    health.fails("mail", "relay.example refuses the password");
    paused = true;
    posts.add(
        listed("_posts/it's.md", PostState.HELD, "5 new essays came at once", Optional.empty()));
    posts.add(
        listed(
            "_posts/b.md",
            PostState.BROKEN,
            "",
            Optional.of(new PostProblem("_posts/b.md", 2, 7, "a bare colon", "quote the title"))));
    assertThat(ask("/", OURS))
        .contains("Something needs you")
        .contains("<strong>mail</strong>: relay.example refuses the password")
        .contains("postrider outbox resume")
        .contains("5 new essays came at once")
        .contains("postrider posts release &#39;_posts/it&#39;\\&#39;&#39;s.md&#39;")
        .contains("_posts/b.md:2:7: a bare colon; quote the title")
        .contains("1 broken, 1 held");
  }

  @Test
  void everyPostIsListedWithItsReason() {
    posts.add(
        listed(
            "_posts/a.md", PostState.BASELINE, "It was there at the first scan", Optional.empty()));
    assertThat(ask("/posts", OURS))
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("It was there at the first scan");
  }

  @Test
  void theMailboxListsItsLetters() {
    assertThat(ask("/mailbox", OURS))
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("<a href=\"/mailbox/1.a_1%3A2%2CS\">Please confirm &lt;now&gt;</a>")
        .contains("to reader@example.org");
  }

  @Test
  void aLetterIsShownInAFrameThatTakesEverythingFromIt() {
    assertThat(ask("/mailbox/1.a_1%3A2%2CS", OURS))
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("frame-src 'self'")
        .contains(
            "<iframe src=\"/mailbox/1.a_1%3A2%2CS/html\""
                + " sandbox=\"allow-popups allow-popups-to-escape-sandbox\"")
        .contains("X-Made: &lt;script&gt;")
        .contains("&lt;script&gt;alert(2)&lt;/script&gt;")
        .contains(
            "<a href=\"http://127.0.0.1:8080/confirm/abc\" target=\"_blank\""
                + " rel=\"noopener noreferrer\">http://127.0.0.1:8080/confirm/abc</a>")
        .doesNotContain("<script");
  }

  @Test
  void whatALetterHoldsCanNotRunEvenWhenItIsOpenedAlone() {
    assertThat(ask("/mailbox/1.a_1%3A2%2CS/html", OURS))
        .startsWith("HTTP/1.1 200 OK\r\n")
        .containsOnlyOnce("Content-Security-Policy:")
        .contains(
            "Content-Security-Policy: sandbox allow-popups allow-popups-to-escape-sandbox;"
                + " default-src 'none'; img-src http: https: data:; style-src 'unsafe-inline';"
                + " form-action 'none'; base-uri 'none'; frame-ancestors 'self'\r\n")
        .contains("X-Content-Type-Options: nosniff\r\n")
        .doesNotContain("allow-scripts")
        .doesNotContain("allow-same-origin")
        .contains("<!DOCTYPE html><base target=\"_blank\"><html>");
  }

  @Test
  void aLetterCanBeSeenAsItWasSent() {
    assertThat(ask("/mailbox/1.a_1%3A2%2CS/raw", OURS))
        .contains("Content-Type: text/plain; charset=utf-8\r\n")
        .endsWith("\r\n\r\nSubject: x\r\n\r\n<script>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/mailbox/none", "/mailbox/none/html", "/mailbox/none/raw", "/nowhere"})
  void whatIsNotThereIsToldSo(String path) {
    assertThat(ask(path, OURS)).startsWith("HTTP/1.1 404 ").contains("Nothing here");
  }

  @Test
  void whereLettersLeaveTheMailboxSaysSo() {
    restart("", "smtp://mail.example:587");
    assertThat(ask("/mailbox", OURS)).contains("Letters leave by <code>smtp://mail.example:587");
  }

  @Test
  void readinessTellsWhy() {
    assertThat(ask("/readyz", OURS)).startsWith("HTTP/1.1 200 OK\r\n").endsWith("ready\n");
    health.fails("folder", "\"../blog\" is missing");
    health.fails("database", "is locked");
    assertThat(ask("/readyz", OURS))
        .startsWith("HTTP/1.1 503 ")
        .endsWith("\r\n\r\ndatabase: is locked\nfolder: \"../blog\" is missing\n");
    assertThat(ask("/readyz", OURS, "Accept: application/json"))
        .startsWith("HTTP/1.1 503 ")
        .contains("Content-Type: application/json\r\n")
        .contains("\"ready\":false")
        .contains("\"folder\":\"\\\"../blog\\\" is missing\"");
  }

  @Test
  void livenessDoesNotDependOnHealth() {
    health.fails("database", "is locked");
    assertThat(ask("/healthz", OURS)).startsWith("HTTP/1.1 200 OK\r\n").endsWith("ok\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/posts", "/mailbox", "/readyz", "/nowhere"})
  void withAPasswordNobodyEntersWithoutIt(String path) {
    restart("Pa:ss wörd", "");
    assertThat(ask(path, OURS))
        .startsWith("HTTP/1.1 401 ")
        .contains("WWW-Authenticate: Basic realm=\"Postrider\", charset=\"UTF-8\"\r\n");
    assertThat(ask(path, OURS, basic("any:wrong"))).startsWith("HTTP/1.1 401 ");
    assertThat(ask(path, OURS, "Authorization: Basic ***")).startsWith("HTTP/1.1 401 ");
    assertThat(ask(path, OURS, "Authorization: Bearer Pa:ss")).startsWith("HTTP/1.1 401 ");
    assertThat(ask(path, OURS, basic("any:Pa:ss wörd"))).doesNotStartWith("HTTP/1.1 401 ");
    assertThat(ask("/healthz", OURS)).startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:1", "127.0.0.1:8081", "127.1.2.3", "[::1]:8081"})
  void namesOfThisMachineAreServed(String host) {
    assertThat(ask("/", "Host: " + host)).startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8081"})
  void aStrangersNameForThisMachineIsNotServed(String host) {
    assertThat(ask("/mailbox", "Host: " + host)).startsWith("HTTP/1.1 421 ");
    assertThat(ask("/healthz", "Host: " + host)).startsWith("HTTP/1.1 421 ");
  }

  @Test
  void nothingCanBeChangedHere() {
    assertThat(
            Wire.say(
                listener.port(),
                "POST /mailbox HTTP/1.1\n" + OURS + "\nConnection: close\nContent-Length: 0\n\n"))
        .startsWith("HTTP/1.1 405 ")
        .contains("Allow: GET, HEAD\r\n");
  }

  private String ask(String path, String... headers) {
    return Wire.say(
        listener.port(),
        "GET " + path + " HTTP/1.1\nConnection: close\n" + String.join("\n", headers) + "\n\n");
  }

  private static String basic(String pair) {
    return "Authorization: Basic "
        + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private void restart(String password, String leavesBy) {
    listener.close();
    listener = listener(password, leavesBy);
  }

  private HttpListener listener(String password, String leavesBy) {
    var sheets = new Sheets(new Templates(Path.of("templates")));
    var opened = letter();
    var mailbox =
        new MailboxPages(
            sheets,
            leavesBy,
            limit -> leavesBy.isEmpty() ? List.of(opened.item()) : List.of(),
            name -> name.equals(opened.item().name()) ? Optional.of(opened) : Optional.empty());
    var site =
        new AdminSite(
            new Guard(new AdminSettings(LOOPBACK, password)),
            new StatusPages(sheets, this::status, health),
            mailbox,
            new HealthPages(health),
            sheets);
    var started = new HttpListener("admin", LOOPBACK, site.handler());
    started.start();
    return started;
  }

  private Status status() {
    return new Status(
        paused,
        List.of(new Books("e1", "id:1", "On <rain>", 1240, 0, 0, 1, 1234, 2, 2, 1)),
        new Books("", "", "", 3, 0, 0, 0, 3, 0, 0, 0),
        List.copyOf(posts));
  }

  private static Opened letter() {
    return new Opened(
        new Item(
            "1.a_1:2,S",
            "reader@example.org",
            "Please confirm <now>",
            Instant.parse("2026-11-23T12:00:00Z")),
        List.of("Subject: x", "X-Made: <script>"),
        "Open http://127.0.0.1:8080/confirm/abc.\n<script>alert(2)</script>",
        "<!DOCTYPE html><html><script>alert(1)</script></html>",
        "Subject: x\r\n\r\n<script>".getBytes(StandardCharsets.UTF_8));
  }

  private static Listed listed(
      String path, PostState state, String why, Optional<PostProblem> problem) {
    return new Listed(
        path,
        "id:" + path,
        "https://blog.example/a/",
        "A title",
        Optional.of(Instant.parse("2026-11-20T00:00:00Z")),
        Optional.empty(),
        "en",
        List.of(),
        List.of(),
        state,
        why,
        problem);
  }
}
