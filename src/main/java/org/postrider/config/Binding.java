package org.postrider.config;

import static org.postrider.config.PlainText.number;
import static org.postrider.config.PlainText.oneOf;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.postrider.config.MailSettings.Sender;

/** Makes the records from the values of one file. */
final class Binding {

  private final Path file;
  private final Path folder;
  private final Values values;
  private final Passwords passwords;

  Binding(Path file, Values values) {
    this.file = file.toAbsolutePath().normalize();
    this.folder = this.file.getParent();
    this.values = values;
    this.passwords = new Passwords(values, folder);
  }

  Configuration bind() {
    return new Configuration(
        file,
        site(),
        announce(),
        feed(),
        mail(),
        web(),
        admin(),
        values.read(Key.TEMPLATES, FilePath.in(folder)),
        values.read(Key.DATA, FilePath.in(folder)),
        values.read(Key.DATABASE, PlainText::database),
        new ScheduleSettings(values.read(Key.SCHEDULE_SCAN, TimingText::read)),
        new LogSettings(values.read(Key.LOG_LEVEL, oneOf(LogSettings.Level.class))));
  }

  private SiteSettings site() {
    return new SiteSettings(
        values.read(Key.SITE_FOLDER, FilePath.in(folder)),
        values.read(Key.SITE_STYLE, PlainText::style),
        values.read(Key.SITE_URL, WebAddressText::readOptional),
        values.read(Key.SITE_TITLE, PlainText::read),
        values.read(Key.SITE_LANGUAGE, PlainText::language),
        values.read(Key.SITE_TIME_ZONE, PlainText::zone),
        values.read(Key.SITE_AUTHOR, PlainText::read),
        values.read(Key.SITE_DESCRIPTION, PlainText::read),
        values.read(Key.SITE_PERMALINK, PlainText::read),
        values.read(Key.SITE_ZONELESS_TIMES, oneOf(SiteSettings.ZonelessTimes.class)));
  }

  private AnnounceSettings announce() {
    return new AnnounceSettings(
        values.read(Key.ANNOUNCE_SETTLE, DurationText::read),
        values.read(Key.ANNOUNCE_DELAY, DurationText::read),
        values.read(Key.ANNOUNCE_AT_MOST, number(0, 10_000)),
        values.read(Key.ANNOUNCE_WITHIN, DurationText::readPositive));
  }

  private FeedSettings feed() {
    return new FeedSettings(
        values.read(Key.FEED_URL, WebAddressText::readOptional),
        values.read(Key.FEED_ENTRIES, number(1, 10_000)),
        values.read(Key.FEED_CONTENT, oneOf(FeedSettings.Content.class)));
  }

  private MailSettings mail() {
    Sender from = values.read(Key.MAIL_FROM, SenderText::read);
    Sender replyTo = values.read(Key.MAIL_REPLY_TO, SenderText::readOptional);
    Relay relay = relay();
    String postalAddress = values.read(Key.MAIL_POSTAL_ADDRESS, PlainText::read);
    int connections = values.read(Key.MAIL_CONNECTIONS, number(1, 200));
    List<Duration> retries = values.readAll(Key.MAIL_RETRIES, DurationText::readPositive);
    Duration giveUp = values.read(Key.MAIL_GIVE_UP, DurationText::readPositive);
    return new MailSettings(from, replyTo, relay, postalAddress, connections, retries, giveUp);
  }

  private Relay relay() {
    RelayText server = values.read(Key.MAIL_SMTP, RelayText::read);
    String password = passwords.read(Key.MAIL_SMTP_PASSWORD, Key.MAIL_SMTP_PASSWORD_FILE);
    boolean given =
        passwords.isGiven(password, Key.MAIL_SMTP_PASSWORD, Key.MAIL_SMTP_PASSWORD_FILE);
    if (!server.user().isEmpty() && !given) {
      values.mistake(
          Key.MAIL_SMTP,
          "names a user, but there is no password",
          "name a file that holds it in mail.smtp-password-file, or take out the user");
    } else if (server.user().isEmpty() && given && !values.isBad(Key.MAIL_SMTP)) {
      values.mistake(
          values.isGiven(Key.MAIL_SMTP_PASSWORD)
              ? Key.MAIL_SMTP_PASSWORD
              : Key.MAIL_SMTP_PASSWORD_FILE,
          "gives a password, but mail.smtp names no user",
          "write it such as smtp://user@mail.example:587, or remove the password");
    }
    Path ca = values.read(Key.MAIL_TLS_CA, FilePath.readableIn(folder));
    return new Relay(
        server.implicitTls(), server.host(), server.port(), server.user(), password, ca);
  }

  private WebSettings web() {
    return new WebSettings(
        values.read(Key.WEB_URL, WebAddressText::read),
        values.read(Key.WEB_LISTEN, ListenText::read));
  }

  private AdminSettings admin() {
    ListenAddress listen = values.read(Key.ADMIN_LISTEN, ListenText::read);
    String password = passwords.read(Key.ADMIN_PASSWORD, Key.ADMIN_PASSWORD_FILE);
    boolean given = passwords.isGiven(password, Key.ADMIN_PASSWORD, Key.ADMIN_PASSWORD_FILE);
    if (!listen.isLoopback() && !given) {
      values.mistake(
          Key.ADMIN_LISTEN,
          "\"" + listen + "\" can be reached from other machines, and there is no password",
          "listen on 127.0.0.1, or name a file that holds a password in admin.password-file");
    }
    return new AdminSettings(listen, password);
  }
}
