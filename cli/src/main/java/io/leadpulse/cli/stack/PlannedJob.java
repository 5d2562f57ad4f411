package io.leadpulse.cli.stack;

import io.leadpulse.jobs.HandOffJob;
import io.leadpulse.jobs.LeadScoringJob;
import io.leadpulse.jobs.config.HandOffConfig;
import io.leadpulse.jobs.config.JobConfig;
import io.leadpulse.schemas.registry.RegistryException;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** A job whose configuration is valid. */
public sealed interface PlannedJob {
  /** What all jobs have: Kafka, time, checkpoints, parallelism. */
  JobConfig config();

  /**
   * The job for whoever runs it.
   *
   * @throws RegistryException if a schema registry is configured and does not have what it needs
   */
  StreamGraph graph() throws RegistryException;

  /** The scoring job. */
  static PlannedJob scoring(JobConfig config) {
    return new Scoring(config);
  }

  /** The hand-off. */
  static PlannedJob handOff(HandOffConfig config) {
    return new HandingOff(config);
  }

  /** The scoring job. */
  record Scoring(JobConfig config) implements PlannedJob {
    @Override
    public StreamGraph graph() throws RegistryException {
      return LeadScoringJob.graph(config);
    }
  }

  /** The hand-off, with its whole configuration. */
  record HandingOff(HandOffConfig whole) implements PlannedJob {
    @Override
    public JobConfig config() {
      return whole.job();
    }

    @Override
    public StreamGraph graph() throws RegistryException {
      return HandOffJob.graph(whole);
    }
  }
}
