package io.leadpulse.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class RunCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine command =
      new CommandLine(new RunCommand())
          .setOut(new PrintWriter(out, true))
          .setErr(new PrintWriter(err, true));

  @Test
  void helpNamesAllWorkloads() {
    assertThat(command.execute("--help")).isZero();
    for (Workload workload : Workload.values()) {
      assertThat(out.toString()).contains(workload.name() + ":");
    }
  }

  @Test
  void helpSaysPercentAsItIsWritten() {
    command.execute("--help");
    assertThat(out.toString()).contains("5 % of the sessions").doesNotContain("%%", "%n");
  }

  @Test
  void aWorkloadThatDoesNotExistIsRefused() {
    assertThat(command.execute("W99")).isEqualTo(2);
    assertThat(err.toString()).contains("W99");
  }
}
