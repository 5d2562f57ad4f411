package io.leadpulse.chaos.rescore;

import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.cli.terminal.JsonLine;
import io.leadpulse.cli.terminal.OutputOption;
import io.leadpulse.cli.terminal.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code chaos/run rescore}: releases of the model while the job runs. */
@Command(
    name = "rescore",
    description = {
      "Publishes one release for many leads, then, on a cluster of its own with a tenth of the"
          + " leads, many releases in a row: out of order, late, in the very millisecond of events,"
          + " with the TaskManager killed in the middle.",
      "Holds to: all rows come to the highest version and the intent of a cold replay, nobody is"
          + " alerted, crossings are told exactly, no barrier waits a second in the sweep. Exit"
          + " code 1 if any of it fails."
    },
    footerHeading = "%nExample:%n",
    footer = "  chaos/run rescore --leads 100000 --releases 1000 --seed 7 --output json")
public final class RescoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--leads",
      paramLabel = "N",
      defaultValue = "2000",
      description = "How many leads (default: ${DEFAULT-VALUE}).")
  private int leads;

  @Option(
      names = "--releases",
      paramLabel = "R",
      defaultValue = "50",
      description = "How many releases in a row; 0 for none (default: ${DEFAULT-VALUE}).")
  private int releases;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Of events and models (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Mixin private OutputOption output;

  /**
   * Both parts.
   *
   * @param releases null if none were asked for
   */
  record Result(long seed, long differences, SweepReport sweep, @Nullable ChurnReport releases) {}

  @Override
  public Integer call() throws IOException {
    if (leads < 100 || releases < 0) {
      throw new CliException(ExitCode.USAGE, "--leads is 100 or more, --releases 0 or more");
    }
    Progress progress = new Progress(spec.commandLine().getErr(), System::nanoTime);
    SweepReport sweep = new SweepRun(seed, leads, progress).run();
    spec.commandLine().getErr().println(JsonLine.of(sweep));
    ChurnReport churn =
        releases == 0 ? null : new ChurnRun(seed, leads / 10, releases, progress).run();
    long differences = sweep.differences() + (churn == null ? 0 : churn.differences());
    Result result = new Result(seed, differences, sweep, churn);
    print(spec.commandLine().getOut(), result);
    boolean good = sweep.isGood() && (churn == null || churn.isGood());
    return good ? ExitCode.OK : ExitCode.FAILURE;
  }

  private void print(PrintWriter out, Result result) {
    if (output.isJson()) {
      JsonLine.print(out, result);
      return;
    }
    SweepReport sweep = result.sweep();
    out.printf(
        "%d leads met a release within %.1f s (%d leads per second); longest barrier %d ms;"
            + " %d differences in all%n",
        sweep.rows(),
        sweep.seconds(),
        sweep.leadsPerSecond(),
        sweep.barriers().longestBarrier(),
        result.differences());
    out.flush();
  }
}
