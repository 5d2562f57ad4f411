package io.leadpulse.chaos.cluster;

import java.io.IOException;

/** Where the processes of a cluster listen, all on loopback, for as long as the cluster lives. */
record ClusterPorts(
    int broker, int controller, int zooKeeper, int jobManagerRpc, int jobManagerBlob, int rest) {
  static final String HOST = "127.0.0.1";

  static ClusterPorts choose() throws IOException {
    try (Ports ports = new Ports()) {
      return new ClusterPorts(
          ports.next(), ports.next(), ports.next(), ports.next(), ports.next(), ports.next());
    }
  }

  String bootstrap() {
    return HOST + ":" + broker;
  }

  String quorum() {
    return HOST + ":" + zooKeeper;
  }
}
