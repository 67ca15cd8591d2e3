package org.postrider.courier;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Properties;
import org.postrider.config.Relay;

/** How to speak with the relay, in Jakarta Mail's terms; opens connections. */
final class RelaySession {

  private static final Duration CONNECTING = Duration.ofSeconds(30);
  private static final Duration WAITING = Duration.ofMinutes(5);

  private final Relay relay;
  private final Session plain;
  private final Session utf8;

  RelaySession(Relay relay, String heloName) {
    this.relay = relay;
    Properties properties = properties(relay, heloName);
    this.plain = Session.getInstance(properties);
    Properties withUtf8 = new Properties();
    withUtf8.putAll(properties);
    // For every letter of the session: MAIL FROM gets SMTPUTF8 where the server offers it.
    withUtf8.setProperty("mail.mime.allowutf8", "true");
    this.utf8 = Session.getInstance(withUtf8);
  }

  /**
   * A new connection, logged in.
   *
   * @param needsUtf8 whether a letter with a UTF-8 address goes over it
   */
  RelayConnection open(boolean needsUtf8) throws MessagingException {
    RelayConnection connection =
        new RelayConnection(needsUtf8 ? utf8 : plain, relay.implicitTls(), needsUtf8);
    connection.connect(relay);
    return connection;
  }

  private static Properties properties(Relay relay, String heloName) {
    String prefix = relay.implicitTls() ? "mail.smtps." : "mail.smtp.";
    boolean hasLogin = !relay.password().isEmpty();
    Properties properties = new Properties();
    properties.setProperty(prefix + "connectiontimeout", Long.toString(CONNECTING.toMillis()));
    properties.setProperty(prefix + "timeout", Long.toString(WAITING.toMillis()));
    properties.setProperty(prefix + "writetimeout", Long.toString(WAITING.toMillis()));
    properties.setProperty(prefix + "localhost", heloName);
    properties.setProperty(prefix + "auth", Boolean.toString(hasLogin));
    properties.setProperty(prefix + "auth.mechanisms", "PLAIN LOGIN");
    properties.setProperty(prefix + "starttls.enable", Boolean.toString(wantsTls(relay)));
    properties.setProperty(prefix + "starttls.required", Boolean.toString(hasLogin));
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    properties.setProperty(prefix + "quitwait", "false");
    properties.put(prefix + "socketFactory", new PromptSockets());
    properties.put(
        prefix + "ssl.socketFactory", new PromptTlsSockets(TrustedAuthorities.sockets(relay.ca())));
    return properties;
  }

  /**
   * A mail server on this very machine usually shows a certificate that nobody vouches for, and
   * what is said to it doesn't leave the machine: without a password TLS gains nothing there.
   */
  private static boolean wantsTls(Relay relay) {
    return !relay.password().isEmpty()
        || !relay.ca().toString().isEmpty()
        || !isThisMachine(relay.host());
  }

  private static boolean isThisMachine(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      // Connecting will fail with the same cause and say so.
      return false;
    }
  }
}
