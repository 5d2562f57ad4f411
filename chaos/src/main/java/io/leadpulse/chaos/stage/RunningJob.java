package io.leadpulse.chaos.stage;

import io.leadpulse.chaos.cluster.Cluster;
import io.leadpulse.cli.terminal.CliException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/** A job on a cluster of processes. */
public final class RunningJob {
  private final Cluster cluster;
  private final String id;
  private final Path savepoints;

  RunningJob(Cluster cluster, String id, Path savepoints) {
    this.cluster = cluster;
    this.id = id;
    this.savepoints = savepoints;
  }

  String id() {
    return id;
  }

  /** Names of the TaskManagers that run tasks of it now; empty while Flink does not answer. */
  public Set<String> busy() {
    return cluster.busy(id);
  }

  boolean isRunning() {
    return cluster.isRunning(id);
  }

  /**
   * Waits for a checkpoint that begins from now on.
   *
   * @return whether the job went on all the time, so that the checkpoint holds what is so now
   * @throws CliException if that takes longer than the limit
   */
  public boolean checkpoint(Duration limit) {
    long now = System.currentTimeMillis();
    long restored = checkpointTime("/latest/restored/restore_timestamp");
    cluster.await(
        "a checkpoint", limit, () -> checkpointTime("/latest/completed/trigger_timestamp") > now);
    return restored == checkpointTime("/latest/restored/restore_timestamp");
  }

  /** Epoch milliseconds; -1 if there is none, or Flink does not answer. */
  private long checkpointTime(String path) {
    return cluster.checkpoints(id).at(path).asLong(-1);
  }

  /** Ends it with a savepoint, so that all it has to say is committed. */
  public void stop() {
    cluster.stopWithSavepoint(id, savepoints);
  }
}
