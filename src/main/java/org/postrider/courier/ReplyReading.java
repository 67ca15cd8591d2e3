package org.postrider.courier;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.postrider.config.Relay;

/**
 * Reads what a failed attempt means from the server's own reply, since the exceptions' classes lump
 * together what must be kept apart.
 */
final class ReplyReading {

  private static final int LONGEST = 300;
  private static final int CLOSING = 421;
  // RFC 4954: login required, login rejected, encryption required.
  private static final Set<Integer> NOT_LET_IN = Set.of(530, 535, 538);
  private static final Pattern CODE = Pattern.compile("^\\s*([245]\\d\\d)(?![\\d.])");

  private final Relay relay;

  ReplyReading(Relay relay) {
    this.relay = relay;
  }

  /** What became of a letter whose sending over {@code connection} ended in {@code failure}. */
  Outcome outcome(RelayConnection connection, MessagingException failure) {
    if (failure instanceof RelayConnection.NoUtf8) {
      return new Outcome.Refused(failure.getMessage());
    }
    Reply reply = reply(failure);
    if (NOT_LET_IN.contains(reply.code())) {
      return new Outcome.Unavailable(
          "The mail server " + relay + " does not let us in: " + clean(reply.text()) + remedy());
    }
    if (reply.code() >= 500) {
      return new Outcome.Refused(clean(reply.text()));
    }
    if (reply.code() >= 400) {
      return new Outcome.Deferred(clean(reply.text()));
    }
    return connection.mayHaveArrived()
        ? new Outcome.Unknown(
            "the connection was lost before the answer to the final dot" + cause(failure))
        : new Outcome.Deferred("the connection was lost in mid-letter" + cause(failure));
  }

  /** Whether the connection is gone, or about to be. */
  boolean isLost(MessagingException failure) {
    int code = reply(failure).code();
    return code == CLOSING || code < 200;
  }

  /** Why no connection came about. */
  Outcome.Unavailable unavailable(MessagingException failure) {
    String why = clean(String.valueOf(failure.getMessage()));
    if (failure instanceof AuthenticationFailedException) {
      return new Outcome.Unavailable(
          "The mail server " + relay + " rejects the login: " + why + remedy());
    }
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SSLException) {
        return new Outcome.Unavailable(
            "No TLS with the mail server "
                + relay
                + ": "
                + clean(String.valueOf(t.getMessage()))
                + "; the certificate must name this host and come from a trusted authority, a"
                + " private one is named in mail.tls-ca");
      }
    }
    return new Outcome.Unavailable(
        "The mail server " + relay + " can't be used: " + why + cause(failure));
  }

  /** {@code text} in one line of bounded length, without the password in any of its forms. */
  String clean(String text) {
    String line = text == null ? "" : text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    if (!relay.password().isEmpty()) {
      String login = "\0" + relay.user() + "\0" + relay.password();
      line = line.replace(relay.password(), "***");
      line = line.replace(base64(relay.password()), "***").replace(base64(login), "***");
    }
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  private Reply reply(MessagingException failure) {
    // A refused recipient hides behind the exception of the whole letter.
    for (Throwable t = failure; t instanceof MessagingException e; t = e.getNextException()) {
      if (e instanceof SMTPAddressFailedException address) {
        return new Reply(address.getReturnCode(), address.getMessage());
      }
    }
    if (failure instanceof SMTPSendFailedException sending) {
      return new Reply(sending.getReturnCode(), sending.getMessage());
    }
    return new Reply(code(failure.getMessage()), String.valueOf(failure.getMessage()));
  }

  private static int code(String text) {
    Matcher matcher = CODE.matcher(text == null ? "" : text);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private String cause(MessagingException failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return deepest == failure || deepest.getMessage() == null
        ? ""
        : " (" + clean(deepest.getMessage()) + ")";
  }

  private static String remedy() {
    return "; check the user in mail.smtp and mail.smtp-password-file";
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private record Reply(int code, String text) {}
}
