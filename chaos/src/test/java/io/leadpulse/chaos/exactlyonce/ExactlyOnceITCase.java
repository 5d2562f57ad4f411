package io.leadpulse.chaos.exactlyonce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of `chaos/run exactly-once`: real processes, one death amid a checkpoint. */
class ExactlyOnceITCase {
  /** Its first fault kills a TaskManager that has committed one transaction of several. */
  private static final long SEED = 39;

  @TempDir Path folder;

  @Test
  void nothingIsLostOrDoubledWhenATaskManagerDiesAmidACommit() throws Exception {
    StringWriter progress = new StringWriter();
    Settings settings = new Settings(1, SEED, 300, 200, folder.resolve("run"), List.of());

    Report report = new ExactlyOnceRun(settings, new PrintWriter(progress, true)).execute();

    assertThat(report.isGood()).as(progress + "%n" + report).isTrue();
    assertThat(report.byPoint()).as("%s", progress).isEqualTo(Map.of("during-commit", 1));
    assertThat(report.alerts()).isGreaterThan(100);
    assertThat(report.records()).isGreaterThanOrEqualTo(settings.records());
  }
}
