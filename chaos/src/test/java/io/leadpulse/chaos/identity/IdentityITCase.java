package io.leadpulse.chaos.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.cli.terminal.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of `chaos/run identity`: real processes, one death while leads move. */
class IdentityITCase {
  @TempDir Path folder;

  @Test
  void everyPersonIsOneLeadFromTheStartWhenAProcessDies() throws Exception {
    StringWriter told = new StringWriter();
    Progress progress = new Progress(new PrintWriter(told, true), System::nanoTime);
    Settings settings = new Settings(3_000, 1, 1, 20, folder.resolve("run"), List.of());

    Report report = new IdentityRun(settings, progress).execute();

    assertThat(report.isGood()).as(told + "%n" + report).isTrue();
    assertThat(report.kills()).isEqualTo(1);
  }
}
