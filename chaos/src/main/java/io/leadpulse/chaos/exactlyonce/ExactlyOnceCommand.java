package io.leadpulse.chaos.exactlyonce;

import io.leadpulse.chaos.agent.FaultAgent;
import io.leadpulse.chaos.fault.FaultPlan;
import io.leadpulse.chaos.fault.OrdealOptions;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.cli.terminal.JsonLine;
import io.leadpulse.cli.terminal.OutputOption;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code chaos/run exactly-once}: kills a cluster's processes and holds the job to an oracle. */
@Command(
    name = "exactly-once",
    description = {
      "Feeds the job, kills its processes at random times and at exact points of checkpoints, and"
          + " compares what it published with an oracle that knows no failures.",
      "Exit code 1 if a row, an alert or a count is not as it should be; the first ones are named."
    },
    footerHeading = "%nExample:%n",
    footer = "  chaos/run exactly-once --kills 40 --seed 1 --output json")
public final class ExactlyOnceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private OutputOption output;
  @Mixin private OrdealOptions ordeal;

  @Option(
      names = "--events-per-second",
      paramLabel = "R",
      defaultValue = "1000",
      description = "Records a second at most (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(names = "--plan", description = "Print the faults and run nothing.")
  private boolean planOnly;

  @Option(
      names = "--let-duplicates-through",
      description = "Count copies of events, to see that this finds what goes wrong then.")
  private boolean duplicates;

  @Option(
      names = "--forget-changed-leads",
      description = "Write no changed lead before a barrier, to see that this finds it.")
  private boolean forgetful;

  @Override
  public Integer call() throws IOException, InterruptedException {
    check();
    PrintWriter out = spec.commandLine().getOut();
    if (planOnly) {
      FaultPlan.of(ordeal.seed(), ordeal.kills()).faults().forEach(out::println);
      out.flush();
      return ExitCode.OK;
    }
    Path folder = ordeal.folder("leadpulse-chaos-");
    Settings settings =
        new Settings(ordeal.kills(), ordeal.seed(), rate, ordeal.cacheLeads(), folder, breakages());
    Report report = new ExactlyOnceRun(settings, spec.commandLine().getErr()).execute();
    if (output.isJson()) {
      JsonLine.print(out, report);
    } else {
      out.println(report);
      out.flush();
    }
    return report.isGood() ? ExitCode.OK : ExitCode.FAILURE;
  }

  private void check() {
    ordeal.check();
    if (rate < 100) {
      throw new CliException(ExitCode.USAGE, "--events-per-second is 100 or more");
    }
  }

  private List<String> breakages() {
    List<String> breakages = new ArrayList<>(ordeal.breakages());
    if (duplicates) {
      breakages.add(FaultAgent.LET_DUPLICATES_THROUGH);
    }
    if (forgetful) {
      breakages.add(FaultAgent.FORGET_CHANGED_LEADS);
    }
    return breakages;
  }
}
