package io.leadpulse.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadpulse.benchmarks.Benchmarks;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is shipped, in a process of its own: what its class path lacks is seen here. */
class PackagedBenchmarksITCase {
  private static final Path MODULE = Path.of("").toAbsolutePath();

  @Test
  void aTinyMeasurementGivesARatioOfBlocksWhoseOutputIsRight(@TempDir Path folder)
      throws Exception {
    Path home = MODULE.getParent();
    String classPath =
        MODULE.resolve("target/benchmarks.jar")
            + File.pathSeparator
            + home.resolve("cli/target/leadpulse.jar");
    String arguments =
        "W1 --leads 500 --warm-up 2000 --events 5000 --backlog 2000 --blocks 1 --peers pt1-lean"
            + " --output json";
    try (JavaProcess process =
        JavaProcess.start(
            Benchmarks.class.getName(),
            List.of("-cp", classPath, "-Dleadpulse.home=" + home),
            List.of(arguments.split(" ")),
            folder)) {
      process.await();
      JsonNode result = new ObjectMapper().readTree(process.lastLine());
      assertThat(result.at("/ratios/pt1-lean/median").doubleValue()).isPositive();
      assertThat(result.at("/discarded")).isEmpty();
      assertThat(result.at("/blocks"))
          .hasSize(2)
          .allMatch(block -> block.at("/check/holds").asBoolean());
      assertThat(result.at("/counters/pt1-lean")).isNotEmpty();
    }
  }
}
