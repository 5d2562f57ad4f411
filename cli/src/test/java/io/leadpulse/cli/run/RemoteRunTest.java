package io.leadpulse.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.leadpulse.cli.Invocation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteRunTest {
  private static final String NOBODY = "127.0.0.1:1";

  @TempDir private Path folder;

  @Test
  void refusesABadConfigurationBeforeAnythingIsSent() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    try (Listener cluster = new Listener(requests)) {
      Invocation run = submit("checkpoint.interval: soon\n", cluster.address());
      assertThat(run.exitCode()).isEqualTo(78);
      assertThat(run.err()).contains("checkpoint.interval", "kafka.bootstrap-servers");
      assertThat(requests).hasValue(0);
    }
  }

  @Test
  void saysInOneLineThatNoClusterIsThere() throws Exception {
    Invocation run = Invocation.of("stop", "--cluster", NOBODY, "--job", "a".repeat(32));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).isEqualTo("leadpulse: no Flink cluster answers at 127.0.0.1:1\n");
  }

  @Test
  void tellsAnotherServerFromAFlink() throws Exception {
    try (Listener other = new Listener(new AtomicInteger())) {
      Invocation run = Invocation.of("stop", "--cluster", other.address(), "--job", "b".repeat(32));
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err())
          .isEqualTo("leadpulse: no Flink cluster answers at %s\n".formatted(other.address()));
    }
  }

  @Test
  void refusesWhatIsNoAddress() {
    Invocation run = Invocation.of("stop", "--cluster", "nowhere", "--job", "c".repeat(32));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("'nowhere' is no address such as 127.0.0.1:8081");
  }

  @Test
  void takesASavepointForAClusterOnly() throws Exception {
    Path config = Files.writeString(folder.resolve("job.yaml"), "");
    Invocation run =
        Invocation.of("run", "lead-scoring", "--config", config.toString(), "--from", "x");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--cluster");
  }

  private Invocation submit(String config, String address) throws IOException {
    Path file = Files.writeString(folder.resolve("job.yaml"), config);
    return Invocation.of(
        "run", "lead-scoring", "--config", file.toString(), "--cluster", address, "--detached");
  }

  /** A server that is no Flink. */
  private static final class Listener implements AutoCloseable {
    private final HttpServer server;

    Listener(AtomicInteger requests) throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            requests.incrementAndGet();
            byte[] page = "<html>".getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
          });
      server.start();
    }

    String address() {
      return "127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
