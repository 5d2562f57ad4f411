package io.leadpulse.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadpulse.cli.Invocation;
import io.leadpulse.cli.TestHome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoITCase {
  @TempDir private Path folder;

  @Test
  void accountsForEveryEventAndLeavesNothingBehind() throws Exception {
    Set<String> before = temporaryFiles();
    Invocation demo;
    try (TestHome home = TestHome.create(folder.resolve("home"))) {
      demo = Invocation.of("demo", "--seconds", "12", "--output", "json");
      assertThat(home.path().resolve(".leadpulse/running.json")).doesNotExist();
    }
    assertThat(demo.exitCode()).as(demo.err()).isZero();
    assertThat(demo.out().lines()).hasSize(1);
    JsonNode summary = new JsonMapper().readTree(demo.out());
    assertThat(summary.get("conserved").asBoolean()).isTrue();
    assertThat(summary.get("events").asLong()).isGreaterThan(1_000);
    assertThat(summary.get("applied").asLong()).isPositive();
    assertThat(summary.get("duplicates").asLong()).isPositive();
    assertThat(summary.get("suspects").asLong()).isPositive();
    assertThat(summary.get("dead_letters").asLong()).isPositive();
    assertThat(summary.get("alerts_raised").asLong()).isPositive();
    assertThat(summary.get("latency_ms").get("p50").asLong()).isPositive();
    assertThat(demo.err()).contains("★ the first hot lead", "理由", "explain --lead ");
    assertThat(temporaryFiles()).isEqualTo(before);
    assertNobodyAnswersAt(demo.err());
  }

  private static Set<String> temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("leadpulse-"))
          .collect(Collectors.toSet());
    }
  }

  private static void assertNobodyAnswersAt(String said) {
    int port =
        said.lines()
            .filter(line -> line.contains("web page"))
            .map(line -> Integer.parseInt(line.replaceAll(".*:(\\d+).*", "$1")))
            .findFirst()
            .orElseThrow();
    assertThat(port).isPositive();
    assertThatIOException()
        .isThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close());
  }
}
