package io.leadpulse.cli.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;

/** A real registry as a process of its own, with its schemas in memory. */
final class ApicurioRegistry implements AutoCloseable {
  private static final Path UNPACKED = Path.of("target", "registry");
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final int port;
  private final Path log;

  private ApicurioRegistry(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /** Starts one, or skips the test, aloud, where that cannot be. */
  static ApicurioRegistry start(Path folder) throws Exception {
    Optional<Path> java = NewerJdk.java();
    if (java.isEmpty()) {
      skip("there is no JDK 21 or later; set JAVA21_HOME");
    }
    Path jar = UNPACKED.resolve("quarkus-run.jar").toAbsolutePath();
    if (!Files.exists(jar)) {
      skip(
          "the registry was not fetched; run mvn verify with JAVA21_HOME or -Dregistry.skip=false");
    }
    int port = freePort();
    Path log = folder.resolve("registry.log");
    Process process =
        new ProcessBuilder(
                java.get().toString(),
                "-Xmx256m",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=" + freePort(),
                "-jar",
                jar.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    ApicurioRegistry registry = new ApicurioRegistry(process, port, log);
    registry.awaitAnswer();
    return registry;
  }

  private static void skip(String why) {
    String line = "SKIPPED the test against a real schema registry: " + why;
    System.out.println(line);
    Assumptions.abort(line);
  }

  private void awaitAnswer() throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!answers()) {
      assertThat(process.isAlive() && System.nanoTime() - end < 0)
          .as("the registry starts; its log is %s", log)
          .isTrue();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
  }

  private boolean answers() throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/subjects")).build();
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  String url() {
    return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
  }

  /** Puts a foreign schema under a subject, as somebody else's producer does; returns its id. */
  int register(String subject, String schema) throws Exception {
    String body = JSON.createObjectNode().put("schema", schema).toString();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url() + "/subjects/" + subject + "/versions"))
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body()).path("id").asInt();
  }

  /** As if its machine lost power. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
