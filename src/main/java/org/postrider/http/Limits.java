package org.postrider.http;

import java.time.Duration;

/**
 * What one listener takes from the world at most.
 *
 * @param idle how long a connection may be silent
 * @param headerBytes of one request, its first line included
 * @param bodyBytes of one request
 * @param bytesPerSecond a body that comes more slowly is given up
 * @param connections open at once; further ones wait to be accepted
 */
record Limits(Duration idle, int headerBytes, int bodyBytes, int bytesPerSecond, int connections) {

  static final Limits STANDARD = new Limits(Duration.ofSeconds(30), 8 * 1024, 64 * 1024, 32, 512);

  /** How long requests in progress may take when the listener closes. */
  static final Duration STOP = Duration.ofSeconds(5);

  /** Connections that the system keeps waiting before it refuses more. */
  static final int ACCEPT_QUEUE = 128;

  static final int THREADS = 24;

  static final int POOLED_BYTES = 4 * 1024 * 1024;
}
