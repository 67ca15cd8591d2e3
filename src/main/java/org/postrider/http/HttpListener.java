package org.postrider.http;

import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.postrider.config.ListenAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One listening socket with its limits and headers. Speaks HTTP/1.1 (RFC 9112) without TLS, which
 * is a reverse proxy's work. A request passes, from the outside in: no new ones while closing, the
 * limit on its body, the least speed at which it must come, the pages.
 */
public final class HttpListener implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HttpListener.class);

  private final String name;
  private final ListenAddress address;
  private final Server server;
  private final ServerConnector connector;

  /**
   * @param name for threads and logs
   */
  public HttpListener(String name, ListenAddress address, Handler pages) {
    this(name, address, pages, Limits.STANDARD);
  }

  HttpListener(String name, ListenAddress address, Handler pages, Limits limits) {
    this.name = name;
    this.address = address;
    server = server(name);
    server.setErrorHandler(new ErrorPages());
    server.setHandler(new GracefulHandler(limited(pages, limits)));
    connector = connector(server, address, limits);
    server.addConnector(connector);
  }

  private static Server server(String name) {
    var threads = new QueuedThreadPool(Limits.THREADS, 2);
    threads.setName(name);
    var buffers = new ArrayByteBufferPool(-1, -1, -1, -1, Limits.POOLED_BYTES, Limits.POOLED_BYTES);
    var server = new Server(threads, null, buffers);
    server.setStopTimeout(Limits.STOP.toMillis());
    return server;
  }

  private static Handler limited(Handler pages, Limits limits) {
    var sized = new SizeLimitHandler(limits.bodyBytes(), -1);
    sized.setHandler(new MinimumDataRateHandler(pages, limits.bytesPerSecond(), 0));
    return sized;
  }

  private static ServerConnector connector(Server server, ListenAddress address, Limits limits) {
    var configuration = new HttpConfiguration();
    configuration.setRequestHeaderSize(limits.headerBytes());
    configuration.setSendServerVersion(false);
    configuration.addCustomizer(
        (request, headers) -> {
          Safeguards.putInto(headers);
          return request;
        });
    var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
    connector.setHost(address.host());
    connector.setPort(address.port());
    connector.setIdleTimeout(limits.idle().toMillis());
    connector.setAcceptQueueSize(Limits.ACCEPT_QUEUE);
    connector.setAcceptedTcpNoDelay(true);
    connector.addBean(new NetworkConnectionLimit(limits.connections(), connector));
    return connector;
  }

  /**
   * Begins to answer.
   *
   * @throws CannotListen when the address can't be had
   */
  public void start() {
    try {
      server.start();
    } catch (Exception cause) {
      close();
      throw new CannotListen(
          "The %s listener can't have %s: %s. Stop the program that listens there, or set another address."
              .formatted(name, address, reason(cause)),
          cause);
    }
  }

  private static String reason(Throwable cause) {
    Throwable deepest = cause;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
  }

  /** The port it listens on, which the system chose when 0 was asked for. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Answers what has begun, then stops, within a few seconds. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception cause) {
      LOG.warn("listener={} did not stop in time, its last answers were cut off", name, cause);
    }
  }
}
