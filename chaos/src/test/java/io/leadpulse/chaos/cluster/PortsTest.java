package io.leadpulse.chaos.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void givesPortsThatDifferAndAreFreeOnceGivenBack() throws Exception {
    Set<Integer> given = new HashSet<>();
    try (Ports ports = new Ports()) {
      for (int i = 0; i < 50; i++) {
        given.add(ports.next());
      }
    }
    assertThat(given).hasSize(50);
    for (int port : given) {
      new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1")).close();
    }
  }
}
