package org.postrider.journey;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where one story plays: a blog, a configuration and a data folder, all below one temporary folder,
 * and two ports of its own.
 */
final class Home {

  private final Path folder;
  private final BlogFolder blog;
  private final int webPort;
  private final int adminPort;

  private Home(Path folder, int webPort, int adminPort) throws IOException {
    this.folder = folder;
    this.blog = BlogFolder.in(folder.resolve("blog"));
    this.webPort = webPort;
    this.adminPort = adminPort;
  }

  /**
   * @param settle how long a file must rest, as the configuration writes it
   */
  static Home in(Path folder, String settle) throws IOException {
    // Both sockets are open at once, so that the system can't give one port twice.
    try (ServerSocket web = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerSocket admin = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Home home = new Home(folder, web.getLocalPort(), admin.getLocalPort());
      home.configure(settle);
      return home;
    }
  }

  private void configure(String settle) throws IOException {
    Files.writeString(
        configuration(),
        """
        site:
          folder: blog
        announce:
          settle: %s
          at-most: 3
        mail:
          from: The Tester <letters@blog.example>
        web:
          url: http://127.0.0.1:%2$d
          listen: 127.0.0.1:%2$d
        admin:
          listen: 127.0.0.1:%3$d
        data: data
        """
            .formatted(settle, webPort, adminPort));
  }

  Path configuration() {
    return folder.resolve("postrider.yaml");
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  BlogFolder blog() {
    return blog;
  }

  /** The local mailbox that all letters go to. */
  LetterFolder letters() {
    return new LetterFolder(folder.resolve("data/mailbox"));
  }

  String web(String path) {
    return "http://127.0.0.1:" + webPort + path;
  }

  String admin(String path) {
    return "http://127.0.0.1:" + adminPort + path;
  }

  /** A daemon on this home, not waited for. */
  DaemonProcess startDaemon() throws IOException {
    return DaemonProcess.start(configuration(), admin("/readyz"));
  }

  /** Runs a command to its end, beside the daemon or without one. */
  Finished type(String... command) throws IOException, InterruptedException {
    return beginTyping(command).finish();
  }

  /** Starts a command and does not wait for it. */
  Typed beginTyping(String... command) throws IOException {
    return Typed.begin(configuration(), command);
  }
}
