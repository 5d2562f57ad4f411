package io.leadpulse.benchmarks.baseline;

import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.cli.terminal.JsonLine;
import io.leadpulse.cli.terminal.OutputOption;
import io.leadpulse.cli.terminal.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code benchmarks/run baseline}: what scoring adds to reading and writing. */
@Command(
    name = "baseline",
    description = {
      "CPU per event of the job (RocksDB, exactly once, default settings, parallelism 1) and of the"
          + " same pipeline with scoring removed, on the same records of one broker.",
      "Blocks of job, copy, copy, job, each in a JVM of its own, between two counts of inputs after"
          + " a warm-up; medians of the blocks."
    },
    footerHeading = "%nExample:%n",
    footer = "  benchmarks/run baseline --output json")
public final class BaselineCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--events",
      paramLabel = "N",
      defaultValue = "500000",
      description = "Measured in each block (default: ${DEFAULT-VALUE}).")
  private long events;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "200000",
      description = "Taken before that in each block (default: ${DEFAULT-VALUE}).")
  private long warmUp;

  @Option(
      names = "--leads",
      paramLabel = "N",
      defaultValue = "50000",
      description = "Drawn from by Zipf's law (default: ${DEFAULT-VALUE}).")
  private int leads;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of four blocks each (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Of the events (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      description =
          "When the first event happened (default: the present hour's begin). The same"
              + " seed and instant give the same bytes.")
  private @Nullable Instant asOf;

  @Mixin private OutputOption output;

  @Override
  public Integer call() throws IOException {
    Progress progress = new Progress(spec.commandLine().getErr(), System::nanoTime);
    BaselineReport report = new BaselineRun(settings(), progress).run();
    PrintWriter out = spec.commandLine().getOut();
    if (output.isJson()) {
      JsonLine.print(out, report);
    } else {
      out.printf(
          Locale.ROOT,
          "job %.1f us, copy %.1f us of CPU per event: %.2f times%n",
          report.usPerEvent().get("job"),
          report.usPerEvent().get("copy"),
          report.ratio());
      out.flush();
    }
    return ExitCode.OK;
  }

  private BaselineSettings settings() {
    Instant start = asOf == null ? Instant.now().truncatedTo(ChronoUnit.HOURS) : asOf;
    try {
      return new BaselineSettings(seed, leads, events, warmUp, start, rounds);
    } catch (IllegalArgumentException e) {
      throw new CliException(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }
}
