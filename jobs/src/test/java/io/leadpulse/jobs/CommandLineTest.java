package io.leadpulse.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.leadpulse.jobs.CommandLine.StartException;
import io.leadpulse.jobs.config.JobConfig;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class CommandLineTest {
  static final List<List<String>> MISUSES =
      List.of(List.of(), List.of("--config"), List.of("--conf", "x"), List.of("a", "b", "c"));

  @Test
  void readsTheFileThatIsNamed(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("job.yaml"), "kafka.bootstrap-servers: b:1");
    assertThat(CommandLine.config("--config", file.toString()).kafka().bootstrapServers())
        .isEqualTo("b:1");
  }

  @Test
  void aBadConfigurationIsToldInFullAndExits78(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("job.yaml"), "retention: x\nretentoin: y");
    StartException failure = start("--config", file.toString());
    assertThat(failure.exitCode()).isEqualTo(78);
    assertThat(failure.getMessage().lines())
        .hasSize(3)
        .allMatch(line -> line.startsWith(file.toString()) && line.contains("; fix: "));
  }

  @Test
  void aFileThatIsNotThereExits78() {
    assertThat(start("--config", "/no/such.yaml"))
        .hasMessageContaining("/no/such.yaml")
        .extracting(StartException::exitCode)
        .isEqualTo(78);
  }

  @ParameterizedTest
  @FieldSource("MISUSES")
  void otherArgumentsExit2(List<String> args) {
    assertThat(start(args.toArray(String[]::new)).exitCode()).isEqualTo(2);
  }

  @Test
  void aRegistryThatIsNoneIsRefusedBeforeAnythingStarts() throws Exception {
    HttpServer other =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.start();
    try {
      String url = "http://localhost:" + other.getAddress().getPort();
      JobConfig config =
          JobConfig.parse(
              "job.yaml",
              "kafka.bootstrap-servers: b:1\nschema-registry.url: %s\n".formatted(url)
                  + "wire-format: confluent\n");
      StartException failure =
          catchThrowableOfType(
              StartException.class, () -> CommandLine.format(() -> LeadScoringJob.format(config)));
      assertThat(failure.exitCode()).isEqualTo(1);
      assertThat(failure).hasMessageContainingAll(url, "is no schema registry", "fix:");
    } finally {
      other.stop(0);
    }
  }

  @Test
  void withoutAPlaceForCheckpointsItDoesNotStart() throws Exception {
    StartException failure =
        catchThrowableOfType(
            StartException.class, () -> CommandLine.checkDirectory(new Configuration()));
    assertThat(failure.exitCode()).isEqualTo(78);
    assertThat(failure).hasMessageContaining("checkpoint.dir");
    CommandLine.checkDirectory(
        Configuration.fromMap(Map.of("execution.checkpointing.dir", "file:///c")));
  }

  private static StartException start(String... args) {
    return catchThrowableOfType(StartException.class, () -> CommandLine.config(args));
  }
}
