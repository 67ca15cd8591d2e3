package org.postrider.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postrider.config.Relay;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SmtpTlsTest {

  private static final String PASSWORD = "open sesame";

  @TempDir static Path folder;

  private static Path pem;
  private static SSLContext context;

  @BeforeAll
  static void makeACertificate() throws Exception {
    TestCertificate certificate = new TestCertificate(folder, "DNS:localhost,IP:127.0.0.1");
    pem = certificate.pem();
    context = certificate.context();
  }

  @ParameterizedTest
  @CsvSource({"false, PLAIN", "true, PLAIN", "false, LOGIN", "true, LOGIN"})
  void aLetterTravelsOverTlsAfterALogin(boolean implicit, String mechanism) throws Exception {
    try (ScriptedSmtpServer server = server(implicit, mechanism);
        SmtpCourier courier = SmtpCourierTest.courier(relay(implicit, server, pem))) {
      assertThat(courier.tryOut()).isEmpty();
      assertThat(courier.deliver(SmtpCourierTest.letter("a@b.example")))
          .isInstanceOf(Outcome.Accepted.class);

      assertThat(server.received().get(0).overTls()).isTrue();
      assertThat(server.received().get(0).user()).isEqualTo("user");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void tlsSocketsSendAtOnce(boolean implicit) throws Exception {
    try (ScriptedSmtpServer server = server(implicit, "PLAIN");
        Socket socket =
            SmtpCourierTest.socketOf(
                new RelaySession(relay(implicit, server, pem), "here").open(false))) {
      assertThat(socket.getTcpNoDelay()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCertificateThatNobodyVouchesForIsNotTrusted(boolean implicit) throws Exception {
    try (ScriptedSmtpServer server = server(implicit, "PLAIN");
        SmtpCourier courier = SmtpCourierTest.courier(relay(implicit, server, Path.of("")))) {
      assertThat(courier.tryOut()).startsWith("No TLS with").contains("mail.tls-ca");
      assertThat(server.commands()).noneMatch(line -> line.startsWith("AUTH"));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCertificateOfAnotherHostIsNotTrusted(boolean implicit, @TempDir Path other)
      throws Exception {
    TestCertificate foreign = new TestCertificate(other, "DNS:other.example");
    try (ScriptedSmtpServer server = new ScriptedSmtpServer(foreign.context(), implicit);
        SmtpCourier courier =
            SmtpCourierTest.courier(
                relay(implicit, server.announcing("AUTH PLAIN"), foreign.pem()))) {
      assertThat(courier.tryOut()).isNotEmpty();
      assertThat(server.commands()).noneMatch(line -> line.startsWith("AUTH"));
    }
  }

  @Test
  void aRejectedLoginIsUnavailableAndKeepsThePasswordSecret() throws Exception {
    try (ScriptedSmtpServer server = server(false, "PLAIN");
        SmtpCourier courier = SmtpCourierTest.courier(relay(false, server, pem))) {
      server.always("AUTH", "535 5.7.8 not with \"" + PASSWORD + "\"");

      Outcome outcome = courier.deliver(SmtpCourierTest.letter("a@b.example"));

      assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
      assertThat(outcome.reply())
          .contains("rejects the login", "535 5.7.8", "mail.smtp-password-file")
          .doesNotContain(PASSWORD);
    }
  }

  @Test
  void aFileWithoutCertificatesIsRefusedWithASentence() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "");
    Relay relay = SmtpCourierTest.relay(false, 25, PASSWORD, empty);

    assertThatThrownBy(() -> SmtpCourierTest.courier(relay))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mail.tls-ca")
        .hasMessageContaining("empty.pem");
  }

  private static ScriptedSmtpServer server(boolean implicit, String mechanism) {
    return new ScriptedSmtpServer(context, implicit).announcing("AUTH " + mechanism);
  }

  private static Relay relay(boolean implicit, ScriptedSmtpServer server, Path ca) {
    return SmtpCourierTest.relay(implicit, server.port(), PASSWORD, ca);
  }
}
