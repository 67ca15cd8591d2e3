package org.postrider.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every key the file may hold, with its default written as in the file: the one place for defaults.
 * The shipped {@code config/postrider.yaml} is held against this list by a test.
 */
enum Key {
  SITE_FOLDER("site.folder", Need.REQUIRED, "../my-blog"),
  SITE_STYLE("site.style", "auto"),
  SITE_URL("site.url", ""),
  SITE_TITLE("site.title", ""),
  SITE_LANGUAGE("site.language", ""),
  SITE_TIME_ZONE("site.time-zone", ""),
  SITE_AUTHOR("site.author", ""),
  SITE_DESCRIPTION("site.description", ""),
  SITE_PERMALINK("site.permalink", ""),
  SITE_ZONELESS_TIMES("site.zoneless-times", "as-style"),
  ANNOUNCE_SETTLE("announce.settle", "2m"),
  ANNOUNCE_DELAY("announce.delay", "0s"),
  ANNOUNCE_AT_MOST("announce.at-most", "3"),
  ANNOUNCE_WITHIN("announce.within", "24h"),
  FEED_URL("feed.url", ""),
  FEED_ENTRIES("feed.entries", "20"),
  FEED_CONTENT("feed.content", "full"),
  MAIL_FROM("mail.from", Need.REQUIRED, "My essays <letters@blog.example>"),
  MAIL_REPLY_TO("mail.reply-to", ""),
  MAIL_SMTP("mail.smtp", ""),
  MAIL_SMTP_PASSWORD("mail.smtp-password", Need.SECRET, ""),
  MAIL_SMTP_PASSWORD_FILE("mail.smtp-password-file", ""),
  MAIL_TLS_CA("mail.tls-ca", ""),
  MAIL_POSTAL_ADDRESS("mail.postal-address", ""),
  MAIL_CONNECTIONS("mail.connections", "10"),
  MAIL_RETRIES("mail.retries", "5m 15m 45m 2h 6h 12h 24h"),
  MAIL_GIVE_UP("mail.give-up", "72h"),
  WEB_URL("web.url", Need.REQUIRED, "https://letters.blog.example"),
  WEB_LISTEN("web.listen", "127.0.0.1:8080"),
  ADMIN_LISTEN("admin.listen", "127.0.0.1:8081"),
  ADMIN_PASSWORD("admin.password", Need.SECRET, ""),
  ADMIN_PASSWORD_FILE("admin.password-file", ""),
  TEMPLATES("templates", "../templates"),
  DATA("data", "data"),
  DATABASE("database", "embedded"),
  SCHEDULE_SCAN("schedule.scan", "every 1m"),
  LOG_LEVEL("log.level", "info");

  private enum Need {
    OPTIONAL,
    REQUIRED,
    SECRET
  }

  private final String path;
  private final Need need;
  private final String standard;

  Key(String path, String standard) {
    this(path, Need.OPTIONAL, standard);
  }

  Key(String path, Need need, String standard) {
    this.path = path;
    this.need = need;
    this.standard = standard;
  }

  static Optional<Key> at(String path) {
    for (Key key : values()) {
      if (key.path.equals(path)) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  /** The sections of the file, in its order. */
  static List<String> sections() {
    List<String> sections = new ArrayList<>();
    for (Key key : values()) {
      if (!key.section().isEmpty() && !sections.contains(key.section())) {
        sections.add(key.section());
      }
    }
    return sections;
  }

  /** Such as {@code mail.reply-to}. */
  String path() {
    return path;
  }

  /** Empty for a key at the top level. */
  String section() {
    int dot = path.indexOf('.');
    return dot < 0 ? "" : path.substring(0, dot);
  }

  String word() {
    return path.substring(path.indexOf('.') + 1);
  }

  boolean isRequired() {
    return need == Need.REQUIRED;
  }

  boolean isSecret() {
    return need == Need.SECRET;
  }

  /** The default; of a required key, which has none, an example. Always a valid value. */
  String standard() {
    return standard;
  }
}
