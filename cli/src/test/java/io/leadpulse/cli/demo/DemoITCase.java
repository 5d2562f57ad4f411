package io.leadpulse.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadpulse.cli.LeadpulseProcess;
import io.leadpulse.cli.TestHome;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoITCase {
  @TempDir private Path folder;

  @Test
  void accountsForEveryEventAndLeavesNothingBehind() throws Exception {
    try (TestHome home = TestHome.create(folder.resolve("home"));
        LeadpulseProcess demo =
            LeadpulseProcess.start(home.path(), "demo", "--seconds", "12", "--output", "json")) {
      int exitCode = demo.exitCode();
      assertThat(exitCode).as(() -> String.join("\n", demo.said())).isZero();
      assertSummary(demo.out());
      assertThat(String.join("\n", demo.said()))
          .contains("★ the first hot lead", "理由", "explain --lead ");
      assertThat(demo.temporaryFiles()).isEmpty();
      assertThat(home.path().resolve(".leadpulse/running.json")).doesNotExist();
      assertNobodyAnswers(demo.said());
    }
  }

  private static void assertSummary(String out) throws Exception {
    assertThat(out.lines()).hasSize(1);
    JsonNode summary = new JsonMapper().readTree(out);
    assertThat(summary.get("conserved").asBoolean()).isTrue();
    assertThat(summary.get("events").asLong()).isGreaterThan(1_000);
    for (String count : List.of("applied", "duplicates", "suspects", "scores", "leads")) {
      assertThat(summary.get(count).asLong()).as(count).isPositive();
    }
    assertThat(summary.get("dead_letters").asLong() + summary.get("waiting").asLong()).isPositive();
    assertThat(summary.get("alerts_raised").asLong()).isPositive();
    assertThat(summary.at("/latency_ms/p50").asLong()).isPositive();
  }

  /** At the address of the web page that the demo had. */
  private static void assertNobodyAnswers(List<String> said) {
    int port =
        said.stream()
            .filter(line -> line.contains("web page"))
            .map(line -> Integer.parseInt(line.replaceAll(".*:(\\d+).*", "$1")))
            .findFirst()
            .orElseThrow();
    assertThatIOException()
        .isThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close());
  }
}
