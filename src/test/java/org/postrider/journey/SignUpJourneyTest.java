package org.postrider.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader signs up, gets one essay, leaves, and gets no more. */
class SignUpJourneyTest {

  private static final Duration SETTLE = Duration.ofSeconds(3);
  private static final Duration PROMISED = SETTLE.plusSeconds(5);
  private static final List<String> FEEDS =
      List.of("/feed.xml", "/atom.xml", "/rss.xml", "/feed.json");
  private static final Map<String, String> ONE_CLICK = Map.of("List-Unsubscribe", "One-Click");

  @TempDir Path folder;

  private final HttpBrowser browser = new HttpBrowser();
  private Home home;

  @Test
  void aReaderSignsUpGetsTheNextEssayOnceAndLeaves() throws Exception {
    home = Home.in(folder, SETTLE.toSeconds() + "s");
    home.blog().essay("old", "An old essay");
    try (DaemonProcess daemon = home.startDaemon().awaitReady()) {
      await().atMost(PROMISED).untilAsserted(() -> assertAllFeedsShow("An old essay"));

      signUp("reader@one.example");
      home.blog().essay("fresh", "A fresh essay");
      await().atMost(PROMISED).untilAsserted(() -> assertAllFeedsShow("A fresh essay"));
      await()
          .atMost(PROMISED)
          .untilAsserted(() -> assertThat(home.letters().about("A fresh essay")).hasSize(1));

      String leave = oneClickAddress(home.letters().about("A fresh essay").get(0));
      assertThat(browser.open(leave).status()).isEqualTo(200);
      assertThat(state("reader@one.example")).isEqualTo("active");
      assertThat(browser.post(leave, ONE_CLICK).status()).isBetween(200, 299);
      assertThat(state("reader@one.example")).isEqualTo("unsubscribed");

      // Another reader stays, so that the next letter shows when sending is over.
      home.type("subscribers", "add", "other@one.example", "--confirmed");
      home.blog().essay("last", "A last essay");
      await()
          .atMost(PROMISED)
          .untilAsserted(() -> assertThat(home.letters().about("A last essay")).hasSize(1));
      assertThat(home.letters().about("A last essay").get(0).to()).contains("other@one.example");
      assertThat(home.letters().about("A fresh essay")).hasSize(1);
      assertThat(home.letters().about("An old essay")).isEmpty();

      assertThat(daemon.terminate()).as(daemon.output()).isIn(0, 143);
    }
  }

  private void signUp(String address) throws Exception {
    HttpBrowser.Page home = browser.open(this.home.web("/"));
    assertThat(browser.submit(home, Map.of("email", address)).status()).isBetween(200, 299);
    await()
        .atMost(PROMISED)
        .untilAsserted(() -> assertThat(this.home.letters().count()).isEqualTo(1));

    HttpBrowser.Page question = browser.open(confirmationAddress(address));
    assertThat(state(address)).as("a GET changes nothing").isEqualTo("pending");
    assertThat(browser.submit(question, Map.of()).status()).isBetween(200, 299);
    assertThat(state(address)).isEqualTo("active");
  }

  /** From the letter as the operator's mailbox page shows it. */
  private String confirmationAddress(String address) throws Exception {
    String subject = home.letters().all().get(0).subject();
    HttpBrowser.Page mailbox = browser.open(home.admin("/mailbox"));
    assertThat(mailbox.text()).contains(subject).contains(address);
    HttpBrowser.Page letter = browser.follow(mailbox, subject);
    return letter.find(Pattern.compile(home.web("/confirm/") + "[A-Za-z0-9._~-]+")).toString();
  }

  private static String oneClickAddress(LetterFolder.Arrived letter) {
    return letter.unsubscribe().replaceAll("^.*<(https?:[^>]+)>.*$", "$1");
  }

  private void assertAllFeedsShow(String title) throws Exception {
    for (String feed : FEEDS) {
      HttpBrowser.Page page = browser.open(home.web(feed));
      assertThat(page.status()).as(feed).isEqualTo(200);
      assertThat(page.body()).as(feed).contains(title);
    }
  }

  private String state(String address) throws Exception {
    for (var reader : home.type("--json", "subscribers", "list").json()) {
      if (reader.path("email").asString().equals(address)) {
        return reader.path("state").asString();
      }
    }
    throw new AssertionError(address + " is not among the subscribers");
  }
}
