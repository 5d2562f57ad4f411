package io.leadpulse.cli.run;

import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.stack.JobForm;
import io.leadpulse.cli.stack.MetricsOption;
import io.leadpulse.cli.terminal.DurationConverter;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.cli.terminal.Interrupts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code leadpulse up}: the stack without the simulator, until it is ended. */
@Command(
    name = "up",
    description = {
      "Runs Kafka, Flink and the jobs on this machine until `leadpulse down` or Ctrl-C.",
      "What it held is there again at the next start."
    },
    footer = {
      "  leadpulse up",
      "  leadpulse up --time replay --ephemeral",
      "  leadpulse up --teams config/teams/two-teams.yaml",
    })
public final class UpCommand implements Callable<Integer> {
  private static final String PARALLELISM = "parallelism";
  private static final int DEFAULT_PARALLELISM = 2;

  @Spec private CommandSpec spec;

  @Option(
      names = "--time",
      paramLabel = "MODE",
      description =
          "live: leads cool by the clock; replay: by the events' own times, for material of years"
              + " ago (default: as in the configuration, which is live).")
  private @Nullable Time time;

  @ArgGroup(exclusive = true)
  private @Nullable Where where;

  @Option(
      names = "--ready-file",
      paramLabel = "FILE",
      description = "Written whole once a model is in effect and the job reads.")
  private @Nullable Path readyFile;

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description =
          "Published unless it is the newest release already (default:"
              + " config/models/b2b-japan.yaml if there is no release at all).")
  private @Nullable Path model;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Configuration of the job; what it says of Kafka, topics and folders is not used"
              + " (default: all defaults, which config/lead-scoring.yaml shows).")
  private @Nullable Path config;

  @Option(
      names = "--teams",
      paramLabel = "FILE",
      description =
          "Hands hot leads over to these sales teams, such as config/teams/two-teams.yaml, by the"
              + " job hand-off beside the scoring one (default: no hand-off).")
  private @Nullable Path teams;

  @Option(
      names = "--checkpoint-interval",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "Results are visible after a checkpoint (default: as in the configuration).")
  private @Nullable Duration checkpointInterval;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "Subtasks of each operator (default: as in the configuration, else 2).")
  private @Nullable Integer parallelism;

  @Option(
      names = "--port-ui",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Of Flink's web page on loopback (default: any that is free).")
  private int uiPort;

  @Mixin private MetricsOption metrics;

  /** Named as on the command line and in the configuration. */
  enum Time {
    live,
    replay
  }

  /** Where the data is. */
  static final class Where {
    @Option(
        names = "--data",
        paramLabel = "DIR",
        description = "Keeps records and state here (default: .leadpulse/data of the project).")
    private @Nullable Path data;

    @Option(names = "--ephemeral", description = "Keeps nothing.")
    private boolean ephemeral;
  }

  @Override
  public Integer call() {
    Home home = Home.current();
    UpSettings settings =
        new UpSettings(
            where == null ? null : where.data,
            where != null && where.ephemeral,
            readyFile,
            model,
            uiPort,
            metrics.endpoint(home));
    PrintWriter err = spec.commandLine().getErr();
    new Up(home, settings, job(), handOff(err), err, Interrupts.watch()).run();
    return ExitCode.OK;
  }

  private @Nullable LocalJob handOff(PrintWriter err) {
    return teams == null
        ? null
        : LocalJob.handOff(teams, err)
            .with("time.mode", time == null ? null : time.name())
            .withCheckpointInterval(checkpointInterval);
  }

  private LocalJob job() {
    PrintWriter err = spec.commandLine().getErr();
    JobText text =
        config == null
            ? JobText.empty(JobForm.LEAD_SCORING)
            : JobText.read(JobForm.LEAD_SCORING, config, err);
    if (!text.has(PARALLELISM)) {
      text.with(PARALLELISM, DEFAULT_PARALLELISM);
    }
    return LocalJob.of(text, err)
        .with("time.mode", time == null ? null : time.name())
        .with(PARALLELISM, parallelism)
        .withCheckpointInterval(checkpointInterval);
  }
}
