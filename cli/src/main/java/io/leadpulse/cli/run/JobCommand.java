package io.leadpulse.cli.run;

import io.leadpulse.cli.stack.FlinkStack;
import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.stack.JobForm;
import io.leadpulse.cli.stack.MetricsEndpoint;
import io.leadpulse.cli.stack.MetricsOption;
import io.leadpulse.cli.stack.PlannedJob;
import io.leadpulse.cli.stack.RunningJob;
import io.leadpulse.cli.stack.SavedState;
import io.leadpulse.cli.stack.TempFolder;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.cli.terminal.Interrupts;
import io.leadpulse.cli.terminal.LogFile;
import io.leadpulse.cli.terminal.OutputOption;
import io.leadpulse.jobs.config.JobConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The part that commands have in common which run a job until it is ended or has read all. */
abstract class JobCommand implements Callable<Integer> {
  private static final Duration START_LIMIT = Duration.ofSeconds(120);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
  private static final Duration HEARTBEAT = Duration.ofSeconds(1);

  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      required = true,
      description = "Configuration of the job; ${COMMAND-NAME}.yaml in config shows all keys.")
  private Path file;

  @Option(
      names = "--port-ui",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Of Flink's web page on loopback (default: any that is free).")
  private int uiPort;

  @Mixin private MetricsOption metrics;

  @ArgGroup(exclusive = false, heading = "%nOn a cluster:%n")
  private @Nullable RemoteOptions remote;

  @Mixin private OutputOption output = new OutputOption();

  abstract JobForm form();

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    JobText text = JobText.read(form(), file, err);
    if (remote != null) {
      LogFile.warnings();
      PrintWriter out = spec.commandLine().getOut();
      return new RemoteRun(remote, out, err, output.isJson()).run(text, Interrupts.watch());
    }
    return runHere(text, err);
  }

  private int runHere(JobText text, PrintWriter err) {
    if (!text.has("parallelism")) {
      text.with("parallelism", 1);
    }
    PlannedJob planned = text.plan(err);
    JobConfig config = planned.config();
    Path checkpoints = checkpoints(config);
    MetricsEndpoint endpoint = metrics.endpoint(Home.current());
    LogFile.warnings();
    Interrupts interrupts = Interrupts.watch();
    Path state = newest(checkpoints);
    // Before anything starts: what it asks of a schema registry may refuse the job.
    StreamGraph graph = LocalGraph.of(planned, state);
    try (TempFolder work = TempFolder.create("leadpulse-run-");
        FlinkStack flink = FlinkStack.start(work.path(), config.parallelism(), uiPort, endpoint)) {
      RunningJob job = RunningJob.start(flink, graph);
      if (!config.bounded()) {
        job.awaitReading(START_LIMIT, interrupts);
      }
      err.println(state == null ? "started anew" : "going on from " + state);
      err.println("Flink's web page: " + flink.rest() + "; Ctrl-C ends it");
      if (endpoint != null) {
        err.println("metrics for Prometheus: " + endpoint.uri());
      }
      err.flush();
      watch(job, interrupts);
      job.stop(checkpoints, STOP_LIMIT);
    } catch (IOException e) {
      throw CliException.failure("the working folder could not be removed", e);
    }
    return ExitCode.OK;
  }

  /** Until interrupted, or until a bounded job has read all. */
  private static void watch(RunningJob job, Interrupts interrupts) {
    while (!interrupts.await(HEARTBEAT)) {
      if (job.isFinished()) {
        return;
      }
      if (!job.isAlive()) {
        throw CliException.failure("the job failed: " + job.lastFailure());
      }
    }
  }

  /** On this machine: a cluster's own storage is for a cluster. */
  private static Path checkpoints(JobConfig config) {
    String directory = config.checkpoint().directory();
    if (!directory.startsWith("file:")) {
      throw new CliException(
          ExitCode.BAD_CONFIGURATION,
          "in one process the job keeps its state on this machine;"
              + " set checkpoint.dir to a folder such as file:///var/lib/leadpulse/checkpoints");
    }
    return Path.of(URI.create(directory).getPath());
  }

  private static @Nullable Path newest(Path checkpoints) {
    try {
      return SavedState.newest(checkpoints).orElse(null);
    } catch (IOException e) {
      throw CliException.failure("%s cannot be read".formatted(checkpoints), e);
    }
  }
}
