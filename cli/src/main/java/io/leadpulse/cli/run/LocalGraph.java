package io.leadpulse.cli.run;

import io.leadpulse.cli.stack.PlannedJob;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.schemas.registry.RegistryException;
import java.nio.file.Path;
import org.apache.flink.api.common.JobID;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.jspecify.annotations.Nullable;

/** A job as a graph that this process's Flink takes. */
public final class LocalGraph {
  private LocalGraph() {}

  /**
   * @param state folder of a checkpoint or savepoint to go on from; null to begin anew. The job
   *     owns it from then on and removes it once it is not needed.
   * @throws CliException if a schema registry is configured and does not have what the job needs
   */
  public static StreamGraph of(PlannedJob job, @Nullable Path state) {
    StreamGraph graph = graph(job);
    graph.setJobId(JobID.generate());
    if (state != null) {
      graph.setSavepointRestoreSettings(
          SavepointRestoreSettings.forPath(
              state.toUri().toString(),
              /* allowNonRestoredState= */ false,
              RecoveryClaimMode.CLAIM));
    }
    return graph;
  }

  private static StreamGraph graph(PlannedJob job) {
    try {
      return job.graph();
    } catch (RegistryException e) {
      throw CliException.failure(String.valueOf(e.getMessage()), e);
    }
  }
}
