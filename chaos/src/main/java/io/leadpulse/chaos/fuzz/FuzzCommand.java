package io.leadpulse.chaos.fuzz;

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

/** {@code chaos/run fuzz}: damaged records among good ones. */
@Command(
    name = "fuzz",
    description = {
      "Sends damaged records, and a quarter as many good ones between them, to the job on a cluster"
          + " of its own.",
      "Holds to: the job never restarts; exactly the records that Avro and the documented checks"
          + " refuse become dead letters, once each; all others count as what they say; every"
          + " counter adds up. Exit code 1 if any of it fails."
    },
    footerHeading = "%nExample:%n",
    footer = "  chaos/run fuzz --records 1000000 --seed 7 --output json")
public final class FuzzCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--records",
      paramLabel = "N",
      defaultValue = "20000",
      description = "How many damaged records (default: ${DEFAULT-VALUE}).")
  private long records;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Of the records and of what is done to them (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Mixin private OutputOption output;

  @Override
  public Integer call() throws IOException {
    if (records < 100) {
      throw new CliException(ExitCode.USAGE, "--records is 100 or more");
    }
    Progress progress = new Progress(spec.commandLine().getErr(), System::nanoTime);
    FuzzReport report = new FuzzRun(seed, records, progress).run();
    PrintWriter out = spec.commandLine().getOut();
    if (output.isJson()) {
      JsonLine.print(out, report);
    } else {
      out.printf(
          "%d records, %d damaged: %d dead letters of %d expected; %d differences, %d restarts;"
              + " %d records per second%n",
          report.records(),
          report.fuzzed(),
          report.deadLetters(),
          report.expectedDeadLetters(),
          report.differences(),
          report.restarts(),
          report.recordsPerSecond());
      out.flush();
    }
    return report.isGood() ? ExitCode.OK : ExitCode.FAILURE;
  }
}
