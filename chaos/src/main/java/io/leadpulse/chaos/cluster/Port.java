package io.leadpulse.chaos.cluster;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Whether somebody listens on a loopback port. */
final class Port {
  private static final int CONNECT_MILLIS = 1_000;

  private Port() {}

  static boolean accepts(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(ClusterPorts.HOST, port), CONNECT_MILLIS);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }
}
