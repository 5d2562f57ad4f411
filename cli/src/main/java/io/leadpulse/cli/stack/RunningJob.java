package io.leadpulse.cli.stack;

import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.Interrupts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.jspecify.annotations.Nullable;

/** A job in this process's Flink. */
public final class RunningJob {
  private static final long POLL_NANOS = Duration.ofMillis(100).toNanos();
  private static final Duration CHECKPOINT_PATIENCE = Duration.ofSeconds(60);

  private final FlinkStack flink;
  private final JobID id;

  private RunningJob(FlinkStack flink, JobID id) {
    this.flink = flink;
    this.id = id;
  }

  /** Starts a job. */
  public static RunningJob start(FlinkStack flink, StreamGraph graph) {
    return new RunningJob(flink, flink.submit(graph));
  }

  public JobMetrics metrics() {
    return new JobMetrics(flink.rest(), id.toHexString());
  }

  /**
   * Waits until the job has taken a checkpoint, so that all its tasks run and what it reads counts.
   *
   * @throws CliException with the reason if the job fails, or does not get there in time
   */
  public void awaitReading(Duration limit, Interrupts interrupts) {
    long end = System.nanoTime() + limit.toNanos();
    while (!tryCheckpoint()) {
      if (interrupts.isRequested()) {
        throw CliException.failure("interrupted");
      }
      if (!isAlive() || System.nanoTime() > end) {
        throw CliException.failure("the job does not run: " + lastFailure());
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  public boolean isAlive() {
    return !flink.status(id).isGloballyTerminalState();
  }

  /** Whether the job has read all that a bounded one reads. */
  public boolean isFinished() {
    return flink.status(id) == JobStatus.FINISHED;
  }

  /** Why the job failed last, in one line; says so if it never did. */
  public String lastFailure() {
    return JobFailure.last(new FlinkRest(flink.rest()), id.toHexString());
  }

  /**
   * Ends the job so that it can go on where it was: with a savepoint, or from its last checkpoint
   * if it is in no state to take one.
   *
   * @param savepoints folder for the savepoint; null to end at once
   */
  public void stop(@Nullable Path savepoints, Duration limit) {
    if (!isAlive()) {
      return;
    }
    if (savepoints != null) {
      try {
        flink.stop(id, savepoints, limit);
        return;
      } catch (CliException notNow) {
        // The checkpoints are kept when a job is cancelled.
      }
    }
    flink.cancel(id);
  }

  /** False while tasks still start. */
  private boolean tryCheckpoint() {
    try {
      Answer.of(flink.checkpoint(id), "the first checkpoint", CHECKPOINT_PATIENCE);
      return true;
    } catch (CliException starting) {
      return false;
    }
  }
}
