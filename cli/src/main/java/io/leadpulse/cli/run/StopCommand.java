package io.leadpulse.cli.run;

import io.leadpulse.cli.remote.FlinkCluster;
import io.leadpulse.cli.remote.RemoteJob;
import io.leadpulse.cli.terminal.DurationConverter;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.cli.terminal.JsonLine;
import io.leadpulse.cli.terminal.LogFile;
import io.leadpulse.cli.terminal.OutputOption;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code leadpulse stop}: ends a job of a cluster so that it can go on. */
@Command(
    name = "stop",
    description = {
      "Ends a job of a Flink cluster with a savepoint.",
      "What the job has read is published first. It goes on from there with"
          + " `leadpulse run lead-scoring --from SAVEPOINT`, or `run hand-off`."
    },
    footer =
        "  leadpulse stop --cluster 127.0.0.1:8081 --job c5f4a1b0d3e24d5f8f0d6c1b2a394857"
            + " --savepoints file:///var/lib/leadpulse/savepoints")
public final class StopCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--cluster",
      paramLabel = "HOST:PORT",
      required = true,
      description = "REST address of the Flink cluster.")
  private String address = "";

  @Option(
      names = "--job",
      paramLabel = "ID",
      required = true,
      description = "As `leadpulse run` with --cluster said it.")
  private String job = "";

  @Option(
      names = "--savepoints",
      paramLabel = "DIR",
      description =
          "Folder for the savepoint, as the cluster sees it (default: its"
              + " execution.checkpointing.savepoint-dir).")
  private @Nullable String savepoints;

  @Option(
      names = "--limit",
      paramLabel = "DURATION",
      defaultValue = "10m",
      converter = DurationConverter.class,
      description = "How long to wait for it (default: ${DEFAULT-VALUE}).")
  private Duration limit = Duration.ZERO;

  @Mixin private OutputOption output = new OutputOption();

  /** What stopping gives: where the job can go on. */
  record Stopped(String job, String savepoint) {}

  @Override
  public Integer call() {
    LogFile.warnings();
    PrintWriter out = spec.commandLine().getOut();
    try (FlinkCluster cluster = FlinkCluster.at(address)) {
      RemoteJob running = cluster.job(job);
      Stopped stopped = new Stopped(running.id(), running.stopWithSavepoint(savepoints, limit));
      if (output.isJson()) {
        JsonLine.print(out, stopped);
      } else {
        out.println(stopped.savepoint());
        out.flush();
      }
    }
    return ExitCode.OK;
  }
}
