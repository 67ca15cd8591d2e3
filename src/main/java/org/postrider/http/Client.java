package org.postrider.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Finds out who asks. */
final class Client {

  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

  private Client() {}

  /**
   * The other end of the connection; when that is this machine, it is a proxy, and the address that
   * it added last to {@code X-Forwarded-For} is believed. What stands before that one anybody may
   * have written.
   */
  static InetAddress of(Request request) {
    InetAddress peer =
        request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress socket
            ? socket.getAddress()
            : InetAddress.getLoopbackAddress();
    return peer.isLoopbackAddress() ? forwarded(request).orElse(peer) : peer;
  }

  private static Optional<InetAddress> forwarded(Request request) {
    List<String> hops = request.getHeaders().getCSV(HttpHeader.X_FORWARDED_FOR, false);
    return hops.isEmpty() ? Optional.empty() : literal(hops.get(hops.size() - 1));
  }

  /** Only a literal address: a name would be looked up. */
  private static Optional<InetAddress> literal(String text) {
    if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException notAnAddress) {
      return Optional.empty();
    }
  }
}
