package io.leadpulse.jobs.config;

import io.leadpulse.jobs.state.RocksTuning;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend.PriorityQueueStateType;
import org.apache.flink.state.rocksdb.RocksDBOptions;

/**
 * What the job demands of Flink. The cluster's own configuration decides everything else: memory,
 * high availability, metric reporters, and of the tuning of RocksDB whatever it mentions.
 */
public final class FlinkSettings {
  /** How many complete checkpoints Flink keeps; it removes those before. */
  public static final int RETAINED_CHECKPOINTS = 3;

  /** As many as the transaction timeout has room for. */
  private static final int TOLERATED_FAILURES = 2;

  private FlinkSettings() {}

  public static Configuration of(JobConfig config) {
    Configuration flink = new Configuration();
    addGuards(flink, config);
    addCheckpoints(flink, config);
    addRestarts(flink, config.restart());
    if (config.parallelism() > 0) {
      flink.set(CoreOptions.DEFAULT_PARALLELISM, config.parallelism());
    }
    return flink;
  }

  /** Faults that would cost state or speed without a word become errors at the start. */
  private static void addGuards(Configuration flink, JobConfig config) {
    flink.set(PipelineOptions.GENERIC_TYPES, false);
    flink.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    flink.set(PipelineOptions.MAX_PARALLELISM, config.maxParallelism());
  }

  private static void addCheckpoints(Configuration flink, JobConfig config) {
    CheckpointSettings checkpoint = config.checkpoint();
    flink.set(StateBackendOptions.STATE_BACKEND, config.stateBackend().term());
    flink.set(RocksDBOptions.OPTIONS_FACTORY, RocksTuning.class.getName());
    // In the heap they would take the place of the redo log, and all of them be in every
    // checkpoint.
    flink.set(RocksDBOptions.TIMER_SERVICE_FACTORY, PriorityQueueStateType.ROCKSDB);
    flink.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpoint.interval());
    flink.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, checkpoint.timeout());
    flink.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
    flink.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, TOLERATED_FAILURES);
    flink.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, RETAINED_CHECKPOINTS);
    flink.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    if (!checkpoint.directory().isEmpty()) {
      flink.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
      flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoint.directory());
    }
  }

  private static void addRestarts(Configuration flink, RestartSettings restart) {
    flink.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    flink.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, restart.delay());
    flink.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, restart.maxDelay());
    if (restart.attempts() != RestartSettings.UNLIMITED) {
      flink.set(
          RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, restart.attempts());
    }
  }
}
