package io.leadpulse.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.cli.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceCommandTest {
  private static final Path VECTORS =
      Path.of("../engine/src/test/resources/conformance/score-vectors.json");

  @TempDir private Path folder;

  @Test
  void findsNoDifferenceInTheProjectsOwnVectors() {
    Invocation run = Invocation.of("conformance", VECTORS.toString(), "--output", "json");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).matches("\\{\"cases\":\\d+,\"differences\":0}\\R");
  }

  @Test
  void namesEachDifference() throws IOException {
    Path wrong = folder.resolve("wrong.json");
    Files.writeString(
        wrong,
        Files.readString(VECTORS).replaceFirst("\"intentMilli\": *(\\d+)", "\"intentMilli\": 1$1"));
    Invocation run = Invocation.of("conformance", wrong.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("differences 1");
    assertThat(run.err()).contains(": intentMilli: expected 1");
  }

  @Test
  void saysThatAFileIsNoVectors() {
    Invocation run = Invocation.of("conformance", "pom.xml");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).startsWith("leadpulse: pom.xml is not a file of score vectors: ");
    assertThat(run.err().lines()).hasSize(1);
  }
}
