package io.leadpulse.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MetricsEndpointTest {
  private final Home home = new Home(Path.of(".."));

  @Test
  void takesAFreePort() {
    MetricsEndpoint endpoint = MetricsEndpoint.on(home, 0);
    assertThat(endpoint.port()).isPositive();
    assertThat(endpoint.uri()).hasToString("http://127.0.0.1:" + endpoint.port() + "/metrics");
  }

  @Test
  void refusesAPortThatIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> MetricsEndpoint.on(home, port))
          .hasMessage("port %d is not free for metrics; choose another --port-metrics", port);
    }
  }

  @Test
  void isLoudIfNothingListensInTheEnd() {
    MetricsEndpoint endpoint = MetricsEndpoint.on(home, 0);
    assertThatThrownBy(endpoint::check).hasMessageContaining("not served at " + endpoint.uri());
  }
}
