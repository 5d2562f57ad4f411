package io.leadpulse.chaos.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Loopback ports that a process keeps over its restarts. They lie below those that systems give to
 * outgoing connections (Linux: 32768 and above), or a client could be given the port of a broker
 * that is down for a moment.
 */
final class Ports implements AutoCloseable {
  private static final int LOWEST = 12_000;
  private static final int BEYOND = 32_000;
  private static final int ATTEMPTS = 1_000;

  private final InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});

  /** Held open until all are chosen, so that they differ. */
  private final Deque<ServerSocket> held = new ArrayDeque<>();

  Ports() throws IOException {}

  /** One that is free and was not given before. */
  int next() throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        held.push(
            new ServerSocket(ThreadLocalRandom.current().nextInt(LOWEST, BEYOND), 1, loopback));
        return held.peek().getLocalPort();
      } catch (IOException taken) {
        // The next one may be free.
      }
    }
    throw new IOException("no free port between %d and %d".formatted(LOWEST, BEYOND));
  }

  /** Gives them back, for those whom they are meant for. */
  @Override
  public void close() throws IOException {
    while (!held.isEmpty()) {
      held.pop().close();
    }
  }
}
