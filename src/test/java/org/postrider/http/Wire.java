package org.postrider.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A client that says exactly what it is told to, byte for byte, and hears everything. */
public final class Wire {

  private static final int PATIENCE = 10_000;

  private Wire() {}

  /**
   * Sends {@code request}, its line ends made CRLF, and reads until the server closes. Octets are
   * shown as ISO-8859-1.
   */
  public static String say(int port, String request) {
    return sayBytes(port, request.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  public static String sayBytes(int port, byte[] request) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE);
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      return hear(socket.getInputStream());
    } catch (IOException cause) {
      throw new AssertionError("The server cut the line", cause);
    }
  }

  private static String hear(InputStream in) throws IOException {
    try {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (SocketTimeoutException cause) {
      throw new AssertionError("The server neither finished nor hung up", cause);
    }
  }
}
