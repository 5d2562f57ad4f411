package io.leadpulse.chaos.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.cli.terminal.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of `chaos/run hand-off`: both jobs, one death while sales works. */
class HandOffChaosITCase {
  @TempDir Path folder;

  @Test
  void everyAlertIsHandedOverOnceWhenAProcessDies() throws Exception {
    StringWriter told = new StringWriter();
    Progress progress = new Progress(new PrintWriter(told, true), System::nanoTime);
    Settings settings = new Settings(2_000, 1, 1, 20, folder.resolve("run"), List.of());

    Report report = new HandOffRun(settings, progress).execute();

    assertThat(report.isGood()).as(told + "%n" + report).isTrue();
    assertThat(report.kills()).isEqualTo(1);
  }
}
