package org.postrider.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postrider.config.MailSettings.Sender;

class ConfigurationFileTest {

  private static final String LEAST =
      """
      site: { folder: posts }
      mail: { from: a@b.example }
      web: { url: https://b.example }
      """;

  @TempDir Path folder;

  @Test
  void whatIsNotSaidHasItsDefault() throws IOException {
    Configuration read = read(LEAST);
    assertThat(read.announce())
        .isEqualTo(
            new AnnounceSettings(Duration.ofMinutes(2), Duration.ZERO, 3, Duration.ofHours(24)));
    assertThat(read.feed()).isEqualTo(new FeedSettings("", 20, FeedSettings.Content.FULL));
    assertThat(read.site().style()).isEqualTo(SiteSettings.Style.AUTO);
    assertThat(read.mail().retries()).hasSize(7).startsWith(Duration.ofMinutes(5));
    assertThat(read.mail().giveUp()).isEqualTo(Duration.ofHours(72));
    assertThat(read.mail().replyTo()).isEqualTo(new Sender("", ""));
    assertThat(read.mail().relay().isConfigured()).isFalse();
    assertThat(read.web().listen()).isEqualTo(new ListenAddress("127.0.0.1", 8080));
    assertThat(read.admin().listen()).isEqualTo(new ListenAddress("127.0.0.1", 8081));
    assertThat(read.schedule().scan()).isEqualTo(new Timing.Every(Duration.ofMinutes(1)));
    assertThat(read.log().level()).isEqualTo(LogSettings.Level.INFO);
    assertThat(read.database()).isEqualTo("embedded");
  }

  @Test
  void relativePathsAreRelativeToTheFile() throws IOException {
    Configuration read = read(LEAST + "data: ../state\n");
    assertThat(read.file()).isEqualTo(folder.resolve("postrider.yaml"));
    assertThat(read.site().folder()).isEqualTo(folder.resolve("posts"));
    assertThat(read.data()).isEqualTo(folder.resolveSibling("state"));
    assertThat(read.templates()).isEqualTo(folder.resolveSibling("templates"));
  }

  @Test
  void aSectionWithAllItsKeysCommentedOutIsEmpty() throws IOException {
    assertThat(read(LEAST + "feed:\n  # entries: 5\nlog:\n")).isEqualTo(read(LEAST));
  }

  @Test
  void aRelayMayHaveAnEncodedAddressAsUser() throws IOException {
    Relay relay =
        read(withMail("smtp: smtp://a%40b+c@mail.example", "smtp-password: s3cret")).mail().relay();
    assertThat(relay)
        .isEqualTo(new Relay(false, "mail.example", 587, "a@b+c", "s3cret", Path.of("")));
  }

  @Test
  void smtpsMeansTlsFromTheStart() throws IOException {
    Relay relay = read(withMail("smtp: 'smtps://[::1]'")).mail().relay();
    assertThat(relay).isEqualTo(new Relay(true, "::1", 465, "", "", Path.of("")));
  }

  @Test
  void aPasswordComesFromItsFileWithoutTheNewlineAtItsEnd() throws IOException {
    Files.writeString(folder.resolve("password"), "s3cret ü\n");
    Configuration read =
        read(withMail("smtp: smtp://me@mail.example", "smtp-password-file: password"));
    assertThat(read.mail().relay().password()).isEqualTo("s3cret ü");
  }

  @Test
  void aHoleIsFilledFromTheEnvironmentAnywhereInAValue() throws IOException {
    String text = withMail("smtp: smtp://me@${HOST}.example", "smtp-password: a${PASS}b$${PASS}$1");
    Relay relay =
        ConfigurationFile.read(write(text), Map.of("HOST", "mail", "PASS", "$1\\")).mail().relay();
    assertThat(relay.host()).isEqualTo("mail.example");
    assertThat(relay.password()).isEqualTo("a$1\\b${PASS}$1");
  }

  @Test
  void secretsAppearInNoText() throws IOException {
    Configuration read =
        read(
            withMail("smtp: smtp://me@mail.example", "smtp-password: hunter2")
                + "admin: { password: hunter2 }\n");
    assertThat(read.admin().password()).isEqualTo("hunter2");
    assertThat(read.toString()).doesNotContain("hunter2");
    assertThat(new Environment(Map.of("A", "hunter2")).toString()).doesNotContain("hunter2");
  }

  @Test
  void aFilledHoleIsNotQuotedInAMistake() throws IOException {
    Path file = write(LEAST + "log: { level: 'x${PASS}' }\n");
    assertThatThrownBy(() -> ConfigurationFile.read(file, Map.of("PASS", "hunter2")))
        .hasMessageContaining("\"x${PASS}\" is not known here")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void anEmptyPasswordFromTheEnvironmentDoesNotOpenTheOperatorsPages() throws IOException {
    Path file = write(LEAST + "admin: { listen: '0.0.0.0:8081', password: '${PASS}' }\n");
    assertThatThrownBy(() -> ConfigurationFile.read(file, Map.of("PASS", "")))
        .hasMessageContaining("admin.listen: \"0.0.0.0:8081\" can be reached");
    assertThat(ConfigurationFile.read(file, Map.of("PASS", "hunter2")).admin().password())
        .isEqualTo("hunter2");
  }

  @Test
  void aNameThatOnlyLooksLikeLoopbackIsNot() {
    assertThat(new ListenAddress("127.0.0.1", 1).isLoopback()).isTrue();
    assertThat(new ListenAddress("127.example.org", 1).isLoopback()).isFalse();
    assertThat(new ListenAddress("0.0.0.0", 1).isLoopback()).isFalse();
  }

  @Test
  void theSenderMayHaveANameInQuotesAndAnInternationalDomain() throws IOException {
    assertThat(read(LEAST.replace("a@b.example", "'\"A, B\" <a@bücher.example>'")).mail().from())
        .isEqualTo(new Sender("A, B", "a@xn--bcher-kva.example"));
  }

  @Test
  void webAddressesLoseTheirTrailingSlash() throws IOException {
    Configuration read = read(LEAST.replace("https://b.example", "http://b.example:8080/letters/"));
    assertThat(read.web().url()).isEqualTo(URI.create("http://b.example:8080/letters"));
  }

  @Test
  void aFileFromWindowsIsReadAlike() throws IOException {
    assertThat(read("\uFEFF" + LEAST.replace("\n", "\r\n"))).isEqualTo(read(LEAST));
  }

  @Test
  void aFileNestedWithoutEndIsAMistakeAndNoCrash() throws IOException {
    Path file = write("site: " + "[".repeat(100_000));
    assertThatThrownBy(() -> ConfigurationFile.read(file, Map.of()))
        .isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("is nested too deeply");
  }

  @Test
  void retriesMayBeAList() throws IOException {
    List<Duration> expected = List.of(Duration.ofMinutes(1), Duration.ofHours(2));
    assertThat(read(withMail("retries: [1m, 2h]")).mail().retries()).isEqualTo(expected);
    assertThat(read(withMail("retries: 1m  2h")).mail().retries()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 0 7 * * ?",
        "0 0/5 7-19 ? * MON-FRI",
        "0 15 10 L-3 * ?",
        "0 15 10 15W * ? 2026-2030",
        "0 0 8 ? JAN,jul 6#3",
        "*/10 * * ? * 6L"
      })
  void cronLinesInQuartzNotationAreSchedules(String line) throws IOException {
    assertThat(read(LEAST + "schedule: { scan: '" + line + "' }\n").schedule().scan())
        .isEqualTo(new Timing.Cron(line.toUpperCase(Locale.ROOT)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 0 25 * * ?",
        "0 0 7 32 * ?",
        "0 0 7 * 13 ?",
        "0 0 7 ? * 8",
        "0 0 7 ? * ?",
        "0 0 7,, * * ?",
        "0 0/0 7 * * ?",
        "0 0 7 * * ? 1900",
        "0 0 7 * * ? 2026 extra",
        "every",
        "every 0s",
        "every soon"
      })
  void otherLinesAreNot(String line) throws IOException {
    Path file = write(LEAST + "schedule: { scan: '" + line + "' }\n");
    assertThatThrownBy(() -> ConfigurationFile.read(file, Map.of()))
        .isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("schedule.scan: \"" + line + "\" ");
  }

  private Configuration read(String text) throws IOException {
    return ConfigurationFile.read(write(text), Map.of());
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("postrider.yaml"), text);
  }

  private static String withMail(String... lines) {
    return LEAST.replace(
        "mail: { from: a@b.example }",
        "mail:\n  from: a@b.example\n  " + String.join("\n  ", lines));
  }
}
