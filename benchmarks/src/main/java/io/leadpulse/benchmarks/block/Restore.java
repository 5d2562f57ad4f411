package io.leadpulse.benchmarks.block;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** How long a job takes to be back. */
final class Restore {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final long PAUSE_NANOS = Duration.ofMillis(2).toNanos();

  private Restore() {}

  /**
   * Starts a job from a savepoint and cancels it once all of its tasks run, which they do when they
   * have their state.
   *
   * @return milliseconds from its submission until then
   */
  static double millis(MiniCluster flink, StreamGraph graph, String savepoint) throws Exception {
    JobID job = JobID.generate();
    graph.setJobId(job);
    graph.setSavepointRestoreSettings(SavepointRestoreSettings.forPath(savepoint));
    long start = System.nanoTime();
    flink.submitJob(graph).get();
    while (!isRunning(flink.getExecutionGraph(job).get())) {
      if (System.nanoTime() - start > LIMIT.toNanos()) {
        throw new IllegalStateException("not restored within " + LIMIT);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    double millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    flink.cancelJob(job).get();
    flink.requestJobResult(job).get();
    return millis;
  }

  private static boolean isRunning(AccessExecutionGraph job) {
    return job.getState() == JobStatus.RUNNING
        && StreamSupport.stream(job.getAllExecutionVertices().spliterator(), false)
            .allMatch(task -> task.getExecutionState() == ExecutionState.RUNNING);
  }
}
