package io.leadpulse.chaos.handoff;

import io.leadpulse.chaos.fault.OrdealOptions;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.cli.terminal.JsonLine;
import io.leadpulse.cli.terminal.OutputOption;
import io.leadpulse.cli.terminal.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code chaos/run hand-off}: from the alert to the order, on processes that are killed. */
@Command(
    name = "hand-off",
    description = {
      "Runs both jobs in live time, makes leads hot, has a sales force report on what is handed"
          + " over, late, twice and in contradiction, kills processes at random times and at exact"
          + " points of checkpoints, and judges by the records alone.",
      "Holds to: each alert is released once, withdrawn, or waits for a slot of its team; to the"
          + " right team and owner, and within the budget; each released lead stands where the"
          + " latest report says, by steps that are told once. Exit code 1 if any of it fails, or"
          + " if nothing was released, moved and closed; the first that is wrong is named."
    },
    footerHeading = "%nExample:%n",
    footer = "  chaos/run hand-off --records 12000 --kills 10 --seed 1 --output json")
public final class HandOffCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private OutputOption output;
  @Mixin private OrdealOptions ordeal;

  @Option(
      names = "--records",
      paramLabel = "N",
      defaultValue = "12000",
      description = "How many records of leads at least (default: ${DEFAULT-VALUE}).")
  private int records;

  @Override
  public Integer call() throws IOException, InterruptedException {
    ordeal.check();
    if (records < 1_000) {
      throw new CliException(ExitCode.USAGE, "--records is 1000 or more");
    }
    Settings settings =
        new Settings(
            records,
            ordeal.kills(),
            ordeal.seed(),
            ordeal.cacheLeads(),
            ordeal.folder("leadpulse-hand-off-"),
            ordeal.breakages());
    Progress progress = new Progress(spec.commandLine().getErr(), System::nanoTime);
    Report report = new HandOffRun(settings, progress).execute();
    print(spec.commandLine().getOut(), report);
    return report.isGood() ? ExitCode.OK : ExitCode.FAILURE;
  }

  private void print(PrintWriter out, Report report) {
    if (output.isJson()) {
      JsonLine.print(out, report);
      return;
    }
    out.printf(
        "%d records of %d leads, %d kills; %d alerts, %d released, %d withdrawn, %d waiting; %d"
            + " reports, %d moves, %d closed; %d released twice, %d lost, %d misdirected, %d over"
            + " budget, %d wrong stages, %d moves broken, %d moves and %d others twice, %d dead"
            + " letters; recovery p50 %d ms, p99 %d ms; %d s%n",
        report.records(),
        report.leads(),
        report.kills(),
        report.raised(),
        report.released(),
        report.withdrawn(),
        report.waiting(),
        report.reports(),
        report.moved(),
        report.closed(),
        report.releasedTwice(),
        report.lost(),
        report.misdirected(),
        report.overBudget(),
        report.wrongStages(),
        report.movesBroken(),
        report.movesTwice(),
        report.othersTwice(),
        report.deadLetters(),
        report.recoveryMs().p50(),
        report.recoveryMs().p99(),
        report.seconds());
    out.flush();
  }
}
