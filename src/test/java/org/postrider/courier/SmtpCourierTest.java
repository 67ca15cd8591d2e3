package org.postrider.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postrider.config.MailSettings;
import org.postrider.config.Relay;
import org.postrider.letter.Letter;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SmtpCourierTest {

  private final ScriptedSmtpServer server = new ScriptedSmtpServer();
  private SmtpCourier courier = courier(server.port());

  @AfterEach
  void close() throws IOException {
    courier.close();
    server.close();
  }

  @Test
  void theServerGetsExactlyTheBytesOfTheLetter() {
    Letter letter = letter("a@b.example", "Subject: x\r\n\r\n.a line\r\n..two\r\n.\r\nend\r\n");

    assertThat(courier.deliver(letter)).isEqualTo(new Outcome.Accepted("250 2.0.0 taken"));

    ScriptedSmtpServer.Received received = server.received().get(0);
    assertThat(received.bytes()).isEqualTo(letter.bytes());
    assertThat(received.from()).isEqualTo("letters@blog.example");
    assertThat(received.to()).isEqualTo("a@b.example");
    assertThat(server.commands()).contains("EHLO here.example");
  }

  @Test
  void greenMailTakesALetter() {
    GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    greenMail.start();
    try (SmtpCourier toGreenMail = courier(greenMail.getSmtp().getPort())) {
      assertThat(toGreenMail.tryOut()).isEmpty();
      assertThat(toGreenMail.deliver(letter("a@b.example"))).isInstanceOf(Outcome.Accepted.class);
      assertThat(greenMail.getReceivedMessages()).hasSize(1);
    } finally {
      greenMail.stop();
    }
  }

  @Test
  void fiftyLettersShareOneConnectionAndTheNextTakesANewOne() {
    IntStream.range(0, 50).forEach(i -> deliver());
    assertThat(server.connections()).isEqualTo(1);

    deliver();

    assertThat(server.connections()).isEqualTo(2);
    assertThat(server.received()).hasSize(51);
  }

  @Test
  void anIdleConnectionIsClosed() {
    try (SmtpCourier impatient =
        new SmtpCourier(mail(server.port()), "here.example", Duration.ofMillis(50))) {
      impatient.deliver(letter("a@b.example"));

      await().until(() -> server.commands().contains("QUIT"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, 451 4.3.0 not now",
    "RCPT, 450 4.2.0 greylisted",
    "DATA, 451 4.3.2 busy",
    "., 452 4.3.1 disk full",
    "MAIL, 421 4.7.0 closing",
    "RCPT, 421 4.7.0 closing",
    "DATA, 421 4.7.0 closing",
    "., 421 4.7.0 closing"
  })
  void aTemporaryReplyDefersTheLetter(String command, String reply) {
    server.always(command, reply);

    assertThat(deliver()).isEqualTo(new Outcome.Deferred(reply));

    server.behave();
    assertThat(deliver()).isInstanceOf(Outcome.Accepted.class);
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, 550 5.7.1 not you",
    "RCPT, 550 5.1.1 no such user",
    "RCPT, 553 5.1.3 bad address",
    "DATA, 554 5.5.0 no",
    "., 554 5.6.0 spam",
  })
  void aPermanentReplyRefusesTheLetterAndKeepsTheConnection(String command, String reply) {
    server.once(command, reply);

    assertThat(deliver()).isEqualTo(new Outcome.Refused(reply));

    assertThat(deliver()).isInstanceOf(Outcome.Accepted.class);
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void noAnswerToTheFinalDotLeavesTheLetterUnknown() {
    server.always(".", ScriptedSmtpServer.CUT);

    assertThat(deliver()).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void noAnswerToTheFinalDotIsNotTriedAgainOverAnotherConnection() {
    deliver();
    server.always(".", ScriptedSmtpServer.CUT);

    assertThat(deliver()).isInstanceOf(Outcome.Unknown.class);

    assertThat(server.connections()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MAIL", "RCPT", "DATA"})
  void aConnectionCutBeforeTheFinalDotDefersTheLetter(String command) {
    server.always(command, ScriptedSmtpServer.CUT);

    assertThat(deliver()).isInstanceOf(Outcome.Deferred.class);
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void aConnectionCutWithinABigLetterDefersIt() {
    server.always("BODY", ScriptedSmtpServer.CUT);
    Letter big = letter("a@b.example", "Subject: x\r\n\r\n" + "0123456789\r\n".repeat(2_000_000));

    assertThat(courier.deliver(big)).isInstanceOf(Outcome.Deferred.class);
  }

  @Test
  void aKeptConnectionThatTheServerClosedCostsTheLetterNothing() throws IOException {
    deliver();
    server.hangUp();

    assertThat(deliver()).isInstanceOf(Outcome.Accepted.class);
    assertThat(server.connections()).isEqualTo(2);
  }

  @Test
  void aKeptConnectionOnWhichTheServerSaysGoodbyeCostsTheLetterNothing() {
    deliver();
    server.once("MAIL", "421 4.4.2 idle too long");

    assertThat(deliver()).isInstanceOf(Outcome.Accepted.class);
  }

  @ParameterizedTest
  @CsvSource({
    "CONNECT, 421 4.3.2 too busy, too busy",
    "CONNECT, 554 5.7.1 go away, go away",
    "MAIL, 530 5.7.0 authentication required, authentication required",
    "CONNECT, cut, can't be used"
  })
  void aServerThatLetsNobodyInIsUnavailable(String command, String reply, String said) {
    server.always(command, reply);

    Outcome outcome = deliver();

    assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
    assertThat(outcome.reply()).startsWith("The mail server smtp://").contains(said);
  }

  @Test
  void aServerThatIsNotThereIsUnavailable() throws IOException {
    // Port 1 is nobody's; one that was just given back may be somebody else's by now.
    try (SmtpCourier astray = new SmtpCourier(mail(1), "here.example")) {
      assertThat(astray.deliver(letter("a@b.example"))).isInstanceOf(Outcome.Unavailable.class);
      assertThat(astray.tryOut()).contains("127.0.0.1:1");
    }
  }

  @Test
  void aPasswordIsNeverSentWithoutTls() {
    server.announcing("AUTH PLAIN LOGIN");
    courier = courier(relay(false, server.port(), "secret", Path.of("")));

    Outcome outcome = deliver();

    assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
    assertThat(outcome.reply()).contains("STARTTLS");
    assertThat(server.commands()).noneMatch(line -> line.startsWith("AUTH"));
  }

  @Test
  void anAnswerIsOneLineOfBoundedLength() {
    server.always("RCPT", "550-first\r\n550 " + "x".repeat(5_000));

    String reply = deliver().reply();

    assertThat(reply).startsWith("550-first 550 xx").hasSizeLessThan(310).doesNotContain("\n");
  }

  @Test
  void anAddressOutsideAsciiNeedsSmtpUtf8() {
    Letter letter = letter("grüße@b.example");
    assertThat(courier.deliver(letter)).isInstanceOf(Outcome.Refused.class);

    server.announcing("SMTPUTF8");

    assertThat(courier.deliver(letter)).isInstanceOf(Outcome.Accepted.class);
    assertThat(server.received().get(0).to()).isEqualTo("grüße@b.example");
    assertThat(server.commands()).contains("MAIL FROM:<letters@blog.example> SMTPUTF8");
  }

  @Test
  void socketsSendAtOnce() throws Exception {
    try (Socket socket = socketOf(new RelaySession(relay(server.port()), "here").open(false))) {
      assertThat(socket.getTcpNoDelay()).isTrue();
    }
  }

  static Socket socketOf(RelayConnection connection) throws ReflectiveOperationException {
    Field field = SMTPTransport.class.getDeclaredField("serverSocket");
    field.setAccessible(true);
    return (Socket) field.get(connection);
  }

  static MailSettings mail(Relay relay) {
    return new MailSettings(
        new MailSettings.Sender("Blog", "letters@blog.example"),
        new MailSettings.Sender("", ""),
        relay,
        "",
        4,
        List.of(Duration.ofMinutes(5)),
        Duration.ofHours(72));
  }

  static Relay relay(boolean implicitTls, int port, String password, Path ca) {
    return new Relay(implicitTls, "127.0.0.1", port, "user", password, ca);
  }

  static Letter letter(String to) {
    return letter(to, "Subject: hello\r\n\r\nhello\r\n");
  }

  private static Relay relay(int port) {
    return relay(false, port, "", Path.of(""));
  }

  private static MailSettings mail(int port) {
    return mail(relay(port));
  }

  private static SmtpCourier courier(int port) {
    return courier(relay(port));
  }

  static SmtpCourier courier(Relay relay) {
    return new SmtpCourier(mail(relay), "here.example");
  }

  private static Letter letter(String to, String text) {
    return new Letter(
        "letters@blog.example", to, "<1@blog.example>", text.getBytes(StandardCharsets.US_ASCII));
  }

  private Outcome deliver() {
    return courier.deliver(letter("a@b.example"));
  }
}
