package io.leadpulse.chaos.identity;

import io.leadpulse.chaos.fault.OrdealOptions;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.cli.terminal.JsonLine;
import io.leadpulse.cli.terminal.OutputOption;
import io.leadpulse.cli.terminal.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code chaos/run identity}: people of several ids, on processes that are killed. */
@Command(
    name = "identity",
    description = {
      "Feeds the job in live time with what people of several ids do, merges, splits and erases"
          + " them, has mail scanners take clicks back, kills its processes at random times and at"
          + " exact points of checkpoints, and compares what it published with each person as one"
          + " lead from the start.",
      "Holds to: one row for each person and scorecard, with that intent and contributions; nothing"
          + " of who was erased; each verdict on an engagement; of companies what the rows of their"
          + " leads add up to; no alert twice; every counter adds up. Exit code 1 if any of it"
          + " fails, or if nothing was merged, split, erased or taken back; the first that is wrong"
          + " is named."
    },
    footerHeading = "%nExample:%n",
    footer = "  chaos/run identity --records 30000 --kills 10 --seed 1 --output json")
public final class IdentityCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private OutputOption output;
  @Mixin private OrdealOptions ordeal;

  @Option(
      names = "--records",
      paramLabel = "N",
      defaultValue = "20000",
      description = "How many records at least (default: ${DEFAULT-VALUE}).")
  private int records;

  @Override
  public Integer call() throws IOException, InterruptedException {
    check();
    Path folder = ordeal.folder("leadpulse-identity-");
    Settings settings =
        new Settings(
            records,
            ordeal.kills(),
            ordeal.seed(),
            ordeal.cacheLeads(),
            folder,
            ordeal.breakages());
    Progress progress = new Progress(spec.commandLine().getErr(), System::nanoTime);
    Report report = new IdentityRun(settings, progress).execute();
    print(spec.commandLine().getOut(), report);
    return report.isGood() ? ExitCode.OK : ExitCode.FAILURE;
  }

  private void check() {
    ordeal.check();
    if (records < 1_000) {
      throw new CliException(ExitCode.USAGE, "--records is 1000 or more");
    }
  }

  private void print(PrintWriter out, Report report) {
    if (output.isJson()) {
      JsonLine.print(out, report);
      return;
    }
    out.printf(
        "%d records of %d leads, %d kills; %d merges, %d splits, %d erasures, %d retractions;"
            + " %d differences, %d alerts twice, %d never taken back, %d wrong suspects, %d of %d companies wrong, outcomes"
            + " of %d topics off; recovery p50 %d ms, p99 %d ms; %d s%n",
        report.records(),
        report.leads(),
        report.kills(),
        report.merges(),
        report.splits(),
        report.erasures(),
        report.retractions(),
        report.differences(),
        report.alertsTwice(),
        report.neverRecalled(),
        report.wrongSuspects(),
        report.wrongCompanies(),
        report.companies(),
        report.outcomesOff(),
        report.recoveryMs().p50(),
        report.recoveryMs().p99(),
        report.seconds());
    out.flush();
  }
}
