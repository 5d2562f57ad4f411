package io.leadpulse.benchmarks.block;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.checkpoint.AbstractCheckpointStats;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.flink.runtime.checkpoint.CheckpointStatsStatus;
import org.apache.flink.runtime.minicluster.MiniCluster;

/** What the checkpoints of a job took, of which Flink remembers the last ten. */
final class Checkpoints {
  private Checkpoints() {}

  /**
   * The longest of those that were completed, from its trigger to its end, and the most bytes that
   * one wrote; 0 without any.
   */
  static Map<String, Double> worst(MiniCluster flink, JobID job)
      throws ExecutionException, InterruptedException {
    CheckpointStatsSnapshot known = flink.getExecutionGraph(job).get().getCheckpointStatsSnapshot();
    List<AbstractCheckpointStats> completed =
        Objects.requireNonNull(known, "checkpoints are on").getHistory().getCheckpoints().stream()
            .filter(checkpoint -> checkpoint.getStatus() == CheckpointStatsStatus.COMPLETED)
            .toList();
    return Map.of(
        "checkpoint_ms_longest",
        completed.stream()
            .mapToDouble(AbstractCheckpointStats::getEndToEndDuration)
            .max()
            .orElse(0),
        "checkpoint_bytes_most",
        completed.stream()
            .mapToDouble(AbstractCheckpointStats::getCheckpointedSize)
            .max()
            .orElse(0));
  }
}
