package org.postrider.config;

import java.nio.file.Path;

/**
 * The mail server that takes all letters, from {@code mail.smtp}.
 *
 * @param host empty when no relay is configured
 * @param implicitTls whether TLS starts with the connection ({@code smtps:}) rather than by
 *     STARTTLS
 * @param user empty: no login
 * @param password of {@code user}; a relay with a password is only spoken to over TLS
 * @param ca a file of PEM certificates to trust instead of the machine's; the empty path for none
 */
public record Relay(
    boolean implicitTls, String host, int port, String user, String password, Path ca) {

  /** Whether letters leave this machine at all. */
  public boolean isConfigured() {
    return !host.isEmpty();
  }

  @Override
  public String toString() {
    return (implicitTls ? "smtps://" : "smtp://") + host + ":" + port;
  }
}
