package io.leadpulse.jobs;

import io.leadpulse.engine.release.Release;
import io.leadpulse.jobs.LeadScoringPipeline.Inputs;
import io.leadpulse.jobs.LeadScoringPipeline.Outputs;
import io.leadpulse.jobs.cluster.KnownIdentities;
import io.leadpulse.jobs.cluster.MemoryTopic;
import io.leadpulse.jobs.cluster.Shared;
import io.leadpulse.jobs.decode.EventTime;
import io.leadpulse.jobs.decode.TimeRules;
import io.leadpulse.jobs.oracle.RawLog;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.score.ScoreSettings;
import io.leadpulse.schemas.registry.RecordFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * A bounded replay through the pipeline in several runs, each going on from the savepoint of the
 * one before.
 */
final class StoppedRuns {
  private static final Duration OUT_OF_ORDER = Duration.ofHours(1);
  private static final TimeRules TIMES = new TimeRules(TimeRules.KEEP_ALL);
  private static final int MAX_PARALLELISM = 2520;
  private static final int LIMIT_SECONDS = 60;

  private final ScoreSettings settings;
  private final List<List<RawRecord>> partitions;
  private final Sink<OutputRecord> results;
  private final Sink<OutputRecord> deadLetters;
  private final Path folder;
  private final List<RawRecord> models = new CopyOnWriteArrayList<>();
  private final Shared<List<Release>> published = new Shared<>(new CopyOnWriteArrayList<>());
  private @Nullable String savepoint;

  /** How a run is set up. */
  record Setup(int parallelism, String backend) {}

  /**
   * @param folder for checkpoints and savepoints
   */
  StoppedRuns(
      ScoreSettings settings,
      List<List<RawRecord>> partitions,
      Sink<OutputRecord> results,
      Sink<OutputRecord> deadLetters,
      Path folder) {
    this.settings = settings;
    this.partitions = partitions;
    this.results = results;
    this.deadLetters = deadLetters;
    this.folder = folder;
  }

  /** Adds releases to the topic of models, where the next run finds them. */
  StoppedRuns publish(Release... releases) {
    RawLog log = new RawLog(settings.topicPrefix());
    for (Release release : releases) {
      published.get().add(release);
      models.add(log.of(release));
    }
    return this;
  }

  /** Adds something else to the topic of models, such as what nobody can read. */
  StoppedRuns publish(RawRecord model) {
    models.add(model);
    return this;
  }

  /** Has the next run go on from a savepoint that was made elsewhere. */
  StoppedRuns from(String otherSavepoint) {
    savepoint = otherSavepoint;
    return this;
  }

  /**
   * Runs on until all records that Kafka got before a time are read, and stops with a savepoint.
   *
   * @param until epoch milliseconds
   * @return where the savepoint is
   */
  String stopAt(long until, Setup setup, SavepointFormatType format) throws Exception {
    MemoryTopic leads = new MemoryTopic(partitions, until);
    JobClient job = job(leads, until, setup).executeAsync();
    if (!leads.awaitRead(LIMIT_SECONDS)) {
      throw new AssertionError("the job does not read on; it is " + job.getJobStatus().get());
    }
    savepoint = job.stopWithSavepoint(false, folder.toUri().toString(), format).get();
    return savepoint;
  }

  /** Runs on to the end. */
  JobID end(Setup setup) throws Exception {
    long end = MemoryTopic.TO_THE_END;
    return job(new MemoryTopic(partitions, end), end, setup).execute().getJobID();
  }

  private StreamExecutionEnvironment job(MemoryTopic leads, long until, Setup setup) {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration(setup));
    RecordFormat format = RecordFormat.singleObject();
    WatermarkStrategy<RawRecord> eventTime =
        WatermarkStrategy.<RawRecord>forBoundedOutOfOrderness(OUT_OF_ORDER)
            .withTimestampAssigner(new EventTime(settings.topicPrefix(), TIMES, format));
    // As the topic of models is in Kafka, it is not at its end when that of the leads is not.
    long modelsUntil = until == MemoryTopic.TO_THE_END ? until : Long.MAX_VALUE - 1;
    MemoryTopic releases = new MemoryTopic(List.of(new ArrayList<>(models)), modelsUntil);
    Shared<List<Release>> known = published;
    Outputs outputs =
        new LeadScoringPipeline(settings, TIMES, known::get, KnownIdentities.none(), format)
            .connect(
                new Inputs(
                    env.fromSource(leads, eventTime, "leads", RawRecord.TYPE).uid("leads"),
                    env.fromSource(
                            releases, WatermarkStrategy.noWatermarks(), "models", RawRecord.TYPE)
                        .setParallelism(1)
                        .uid("models"),
                    null));
    outputs.results().union(outputs.accounts()).sinkTo(results).uid("results");
    outputs.deadLetters().sinkTo(deadLetters).uid("dead-letters");
    return env;
  }

  private Configuration configuration(Setup setup) {
    Configuration configuration =
        new Configuration()
            .set(PipelineOptions.GENERIC_TYPES, false)
            .set(PipelineOptions.AUTO_GENERATE_UIDS, false)
            .set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM)
            .set(CoreOptions.DEFAULT_PARALLELISM, setup.parallelism())
            .set(StateBackendOptions.STATE_BACKEND, setup.backend())
            .set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true)
            .set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem")
            .set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.toUri().toString())
            // In files, as large state is: what is kept in the metadata is named by absolute paths.
            .set(CheckpointingOptions.FS_SMALL_FILE_THRESHOLD, MemorySize.ZERO)
            .set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(200))
            .set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    if (savepoint != null) {
      configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
    }
    return configuration;
  }
}
