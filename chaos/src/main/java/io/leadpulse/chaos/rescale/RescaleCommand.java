package io.leadpulse.chaos.rescale;

import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.cli.terminal.JsonLine;
import io.leadpulse.cli.terminal.OutputOption;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code chaos/run rescale}: the same scores at any parallelism, on any Java. */
@Command(
    name = "rescale",
    description = {
      "Replays the same records at parallelism 1, 2, 4 and 8, and in a run that is stopped with a"
          + " savepoint three times and goes on at another parallelism, on this Java and on a newer"
          + " one (JAVA21_HOME, or the usual folders), and compares the final scores.",
      "Exit code 1 if one differs from what an oracle says; the first ones are named."
    },
    footerHeading = "%nExample:%n",
    footer = "  chaos/run rescale --events 300000 --seed 1 --output json")
public final class RescaleCommand implements Callable<Integer> {
  private static final int FEWEST = 1_000;

  @Spec private CommandSpec spec;
  @Mixin private OutputOption output;

  @Option(
      names = "--events",
      paramLabel = "N",
      defaultValue = "300000",
      description = "How many records, at least (default: ${DEFAULT-VALUE}).")
  private int events;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Decides the records (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "For data and logs; not there yet (default: a temporary one).")
  private @Nullable Path folder;

  @Override
  public Integer call() throws IOException {
    if (events < FEWEST) {
      throw new CliException(ExitCode.USAGE, "--events is " + FEWEST + " or more");
    }
    Path chosen = folder == null ? Files.createTempDirectory("leadpulse-rescale-") : folder;
    PrintWriter out = spec.commandLine().getOut();
    Report report = new RescaleRun(seed, events, chosen, spec.commandLine().getErr()).execute();
    if (output.isJson()) {
      JsonLine.print(out, report);
    } else {
      report.runs().forEach(out::println);
      out.println(report.differences() + " differences");
      out.flush();
    }
    return report.isGood() ? ExitCode.OK : ExitCode.FAILURE;
  }
}
