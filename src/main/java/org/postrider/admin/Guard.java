package org.postrider.admin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.HostPort;
import org.postrider.config.AdminSettings;
import org.postrider.http.Exchange;
import org.postrider.http.Page;
import org.postrider.http.Reply;

/**
 * Stands before the operator's pages. With a password: Basic authentication (RFC 7617), any user
 * name. On loopback: only requests for a name of this machine, so that a page of a stranger's site
 * can't read along in the operator's browser by giving its own name our address (DNS rebinding).
 */
final class Guard implements UnaryOperator<Page> {

  /** Says only that the process lives, to whoever watches it. */
  static final String OPEN_TO_ALL = "/healthz";

  private final AdminSettings settings;

  Guard(AdminSettings settings) {
    this.settings = settings;
  }

  @Override
  public Page apply(Page page) {
    return exchange -> {
      if (settings.listen().isLoopback() && !isForUs(exchange)) {
        return Reply.text(
                421, "These pages answer only to localhost or the address they listen on.\n")
            .unkept();
      }
      return exchange.path().equals(OPEN_TO_ALL) || mayEnter(exchange)
          ? page.answer(exchange)
          : challenge();
    };
  }

  private boolean isForUs(Exchange exchange) {
    String named = exchange.header(HttpHeader.HOST);
    if (named.isEmpty()) {
      return true;
    }
    String host = new HostPort(named).getHost().toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
    return host.equals("localhost")
        || host.equals("::1")
        || host.matches("127\\.\\d+\\.\\d+\\.\\d+")
        || host.equals(settings.listen().host().toLowerCase(Locale.ROOT));
  }

  private boolean mayEnter(Exchange exchange) {
    return settings.password().isEmpty()
        || isSame(settings.password(), password(exchange.header(HttpHeader.AUTHORIZATION)));
  }

  /** What follows the user name; empty when the header is of another kind. */
  private static String password(String authorization) {
    if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
      return "";
    }
    try {
      byte[] pair = Base64.getDecoder().decode(authorization.substring(6).strip());
      String text = new String(pair, StandardCharsets.UTF_8);
      return text.substring(text.indexOf(':') + 1);
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }

  /** In a time that tells nothing of where they differ. */
  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static Reply challenge() {
    return Reply.text(401, "The password is the one in the configuration, under admin.\n")
        .with(HttpHeader.WWW_AUTHENTICATE, "Basic realm=\"Postrider\", charset=\"UTF-8\"")
        .unkept();
  }
}
