package org.postrider.config;

/**
 * Where a listener waits. Port 0 asks the system for a free one.
 *
 * @param host a name or literal address
 */
public record ListenAddress(String host, int port) {

  /** Whether only this machine can reach it. */
  public boolean isLoopback() {
    // "127.example.org" is a name like any other, and may point anywhere.
    return host.equalsIgnoreCase("localhost")
        || host.equals("::1")
        || host.matches("127(\\.[0-9]{1,3}){3}");
  }

  /** The same host with the port that the system chose in place of 0. */
  public ListenAddress at(int actualPort) {
    return new ListenAddress(host, actualPort);
  }

  @Override
  public String toString() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }
}
