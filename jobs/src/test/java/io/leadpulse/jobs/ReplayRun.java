package io.leadpulse.jobs;

import io.leadpulse.engine.lead.Hours;
import io.leadpulse.engine.lead.ScoringSettings;
import io.leadpulse.engine.release.Release;
import io.leadpulse.jobs.LeadScoringPipeline.Inputs;
import io.leadpulse.jobs.LeadScoringPipeline.Outputs;
import io.leadpulse.jobs.cluster.CommittedSink;
import io.leadpulse.jobs.cluster.Failing;
import io.leadpulse.jobs.cluster.PartitionedLog;
import io.leadpulse.jobs.cluster.Shared;
import io.leadpulse.jobs.decode.EventTime;
import io.leadpulse.jobs.decode.TimeRules;
import io.leadpulse.jobs.oracle.LeadLog;
import io.leadpulse.jobs.oracle.Published;
import io.leadpulse.jobs.oracle.RawLog;
import io.leadpulse.jobs.oracle.Verdict;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.resolve.IdentityLoader;
import io.leadpulse.jobs.score.CacheSettings;
import io.leadpulse.jobs.score.ScoreSettings;
import io.leadpulse.jobs.score.TimeMode;
import io.leadpulse.schemas.registry.RecordFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A bounded replay through the pipeline, on RocksDB, of logs in memory into sinks in memory, with
 * failures on the way.
 *
 * @param identities known before the first record
 * @param partitions of one length; as many as there are subtasks
 * @param failures how often the job dies
 */
record ReplayRun(
    ScoreSettings settings,
    List<Release> models,
    IdentityLoader identities,
    List<List<RawRecord>> partitions,
    int failures,
    Path checkpoints) {
  private static final Duration OUT_OF_ORDER = Duration.ofHours(1);
  private static final int CHECKPOINTS = 10;
  private static final int MAX_PARALLELISM = 2520;
  private static final TimeRules TIMES = new TimeRules(TimeRules.KEEP_ALL);

  /** What readers of committed records see afterwards. */
  record Result(
      JobID job, List<OutputRecord> results, List<OutputRecord> deadLetters, int failures) {
    /** The last of each lead and scorecard. */
    Map<String, Verdict> verdicts() {
      return Verdict.ofRecords(new Published(results).rows());
    }
  }

  /**
   * Of a replay of so many days from {@link LeadLog#START}, with a cache that is too small for its
   * leads.
   */
  static ScoreSettings settings(int days, String topicPrefix) {
    return new ScoreSettings(
        TimeMode.REPLAY,
        Hours.of(LeadLog.START) + (days + 1) * 24,
        ScoringSettings.DEFAULT.toleranceMilli(),
        ScoringSettings.DEFAULT.dedupeWindowHours(),
        Duration.ofMillis(20),
        Duration.ZERO,
        50,
        new CacheSettings(64 << 20, 200, 50),
        topicPrefix);
  }

  /** A log over so many partitions, in turns. */
  static List<List<RawRecord>> dealt(
      List<LeadInput> log, Function<LeadInput, RawRecord> form, int partitions) {
    List<List<RawRecord>> dealt = new ArrayList<>();
    for (int i = 0; i < partitions; i++) {
      dealt.add(new ArrayList<>());
    }
    for (int i = 0; i < log.size(); i++) {
      dealt.get(i % partitions).add(form.apply(log.get(i)));
    }
    return dealt;
  }

  Result execute() throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration());
    int inputs = partitions.size() * partitions.get(0).size();
    Failing failing = new Failing(inputs / (failures + 1), failures);
    Shared<List<Release>> published = new Shared<>(models);
    Outputs outputs =
        new LeadScoringPipeline(
                settings, TIMES, published::get, identities, RecordFormat.singleObject())
            .connect(new Inputs(leads(env, inputs, failing), models(env), null));
    CommittedSink results = new CommittedSink();
    CommittedSink deadLetters = new CommittedSink();
    outputs.results().union(outputs.accounts()).sinkTo(results).uid("results");
    outputs.deadLetters().sinkTo(deadLetters).uid("dead-letters");
    JobID job = env.execute().getJobID();
    return new Result(job, results.records(), deadLetters.records(), failing.failures());
  }

  private DataStream<RawRecord> leads(StreamExecutionEnvironment env, int inputs, Failing failing) {
    PartitionedLog log = new PartitionedLog(partitions);
    WatermarkStrategy<RawRecord> eventTime =
        WatermarkStrategy.<RawRecord>forBoundedOutOfOrderness(OUT_OF_ORDER)
            .withTimestampAssigner(
                new EventTime(settings.topicPrefix(), TIMES, RecordFormat.singleObject()));
    return env.fromSource(log.source(inputs / CHECKPOINTS), eventTime, "leads")
        .uid("leads")
        .map(failing)
        .returns(RawRecord.TYPE)
        .uid("failing");
  }

  private DataStream<RawRecord> models(StreamExecutionEnvironment env) {
    RawLog log = new RawLog(settings.topicPrefix());
    List<RawRecord> records = models.stream().map(log::of).toList();
    return env.fromData(records, RawRecord.TYPE).setParallelism(1).uid("models");
  }

  private Configuration configuration() {
    return new Configuration()
        .set(PipelineOptions.GENERIC_TYPES, false)
        .set(PipelineOptions.AUTO_GENERATE_UIDS, false)
        .set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM)
        .set(CoreOptions.DEFAULT_PARALLELISM, partitions.size())
        .set(StateBackendOptions.STATE_BACKEND, "rocksdb")
        .set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true)
        .set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem")
        .set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString())
        .set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(50))
        .set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay")
        .set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, failures)
        .set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
  }
}
