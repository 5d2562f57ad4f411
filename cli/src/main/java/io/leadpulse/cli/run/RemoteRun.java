package io.leadpulse.cli.run;

import io.leadpulse.cli.remote.FlinkCluster;
import io.leadpulse.cli.remote.JobJar;
import io.leadpulse.cli.remote.RemoteJob;
import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.stack.PlannedJob;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.cli.terminal.Interrupts;
import io.leadpulse.cli.terminal.JsonLine;
import io.leadpulse.jobs.config.JobConfig;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.apache.flink.api.common.JobStatus;

/** One submission to a cluster, and the following of what comes of it. */
final class RemoteRun {
  private static final Duration HEARTBEAT = Duration.ofSeconds(1);
  private static final String CHECKPOINT_DIR = "execution.checkpointing.dir";

  private final RemoteOptions options;
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean json;

  RemoteRun(RemoteOptions options, PrintWriter out, PrintWriter err, boolean json) {
    this.options = options;
    this.out = out;
    this.err = err;
    this.json = json;
  }

  /** What a submission gives: the id of the job, and its page. */
  record Submitted(String job, String page) {}

  /** Submits the job, once its configuration was found to be valid. */
  int run(JobText text, Interrupts interrupts) {
    text.plan(err);
    JobJar jar = JobJar.find(Home.current(), options.jar);
    try (FlinkCluster cluster = FlinkCluster.at(options.address)) {
      if (!text.has("parallelism")) {
        text.with("parallelism", cluster.defaultParallelism());
      }
      PlannedJob planned = text.plan(err);
      checkDirectory(planned.config(), cluster);
      RemoteJob job = cluster.submit(planned, jar, options.from);
      tell(new Submitted(job.id(), job.page()));
      return options.detached ? ExitCode.OK : follow(job, interrupts);
    }
  }

  /** Without one Flink keeps the checkpoints in memory, where few leads find room. */
  private static void checkDirectory(JobConfig config, FlinkCluster cluster) {
    if (config.checkpoint().directory().isEmpty() && cluster.setting(CHECKPOINT_DIR) == null) {
      throw new CliException(
          ExitCode.BAD_CONFIGURATION,
          "there is no place for checkpoints; set checkpoint.dir, or %s of the cluster"
              .formatted(CHECKPOINT_DIR));
    }
  }

  private void tell(Submitted submitted) {
    if (json) {
      JsonLine.print(out, submitted);
      return;
    }
    out.println(submitted.job());
    out.flush();
    err.println("submitted; its page: " + submitted.page());
    err.flush();
  }

  private int follow(RemoteJob job, Interrupts interrupts) {
    JobStatus told = null;
    while (!interrupts.await(HEARTBEAT)) {
      JobStatus status = job.status().orElse(null);
      if (status != told) {
        err.println(status == null ? "the cluster does not answer" : "job: " + words(status));
        err.flush();
        told = status;
      }
      if (status != null && status.isGloballyTerminalState()) {
        return ended(job, status);
      }
    }
    err.printf(
        "the job goes on; to end it with a savepoint:%n"
            + "  leadpulse stop --cluster %s --job %s%n",
        options.address, job.id());
    err.flush();
    return ExitCode.OK;
  }

  private static int ended(RemoteJob job, JobStatus status) {
    return switch (status) {
      case FINISHED -> ExitCode.OK;
      case CANCELED -> throw CliException.failure("somebody cancelled the job");
      default -> throw CliException.failure("the job failed: " + job.lastFailure());
    };
  }

  private static String words(JobStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
