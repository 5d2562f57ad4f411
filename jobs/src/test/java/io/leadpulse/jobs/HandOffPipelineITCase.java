package io.leadpulse.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.jobs.cluster.Clusters;
import io.leadpulse.jobs.cluster.CommittedSink;
import io.leadpulse.jobs.cluster.Failing;
import io.leadpulse.jobs.cluster.PartitionedLog;
import io.leadpulse.jobs.config.TeamsText;
import io.leadpulse.jobs.decode.HandOffTime;
import io.leadpulse.jobs.decode.TimedRecords;
import io.leadpulse.jobs.handoff.HandOffSettings;
import io.leadpulse.jobs.oracle.HandOffLog;
import io.leadpulse.jobs.oracle.HandOffOracle;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.OutputTopic;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.score.TimeMode;
import io.leadpulse.schemas.FunnelStats;
import io.leadpulse.schemas.HandOff;
import io.leadpulse.schemas.HandOffKind;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.Decoded;
import io.leadpulse.schemas.wire.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The hand-off on a cluster that keeps failing, against one loop. {@code -Dhandoff.seed=N} takes
 * other logs.
 */
class HandOffPipelineITCase {
  private static final long SEED = Long.getLong("handoff.seed", 5);
  private static final int LEADS = 1_200;
  private static final String PREFIX = "test.";
  private static final RecordFormat FORMAT = RecordFormat.singleObject();

  private static final TeamsText TEAMS =
      new TeamsText(
          "teams.yaml",
          """
          teams:
            inside:
              reps: 2
              slots: 4
              stages:
                - { name: MQL, by: released }
                - { name: ISAL, by: accepted }
              value: { A: 3, B: 1 }
              plan: { released: 100, meetings: 20, won: 5 }
            field: { reps: 1, slots: 3 }
            large: { digest: true }
          routes:
            - { team: large, employees: 1000 }
            - { team: inside, scorecard: rep-b }
            - { team: field, scorecard: rep-a }
          """,
          Map.of());

  private static final InMemoryReporter REPORTER = InMemoryReporter.createWithRetainedMetrics();

  @RegisterExtension static final MiniClusterExtension CLUSTER = Clusters.of(4, REPORTER);

  @TempDir Path checkpoints;

  @ParameterizedTest
  @CsvSource({"1, 0", "4, 3"})
  void saysWhatOneLoopSays(int parallelism, int failures) throws Exception {
    List<List<RawRecord>> log = HandOffLog.of(SEED, LEADS, parallelism, PREFIX);
    Failing failing = new Failing(log.get(0).size() * parallelism / (failures + 2), failures);
    List<OutputRecord> told = run(log, parallelism, failing);

    HandOffOracle oracle =
        HandOffOracle.of(
            TEAMS.teams(), log.stream().flatMap(List::stream).toList(), PREFIX, HandOffLog.END);
    assertThat(failing.failures()).isEqualTo(failures);
    Map<String, List<HandOff>> byTeam = byTeam(told);
    Map<String, List<HandOff>> expected = byTeam(oracle.records());
    assertThat(byTeam.keySet()).isEqualTo(expected.keySet()).contains("inside", "field", "large");
    expected.forEach((team, records) -> assertThat(byTeam.get(team)).as(team).isEqualTo(records));
    assertThat(funnel(told)).isEqualTo(funnel(oracle.funnel(0))).hasSizeGreaterThan(20);
    assertThat(expected.values().stream().flatMap(List::stream).map(HandOff::getKind))
        .containsAll(EnumSet.complementOf(EnumSet.of(HandOffKind.UNKNOWN)));
  }

  /** In the order of each team; what comes from leads alone, by its id. */
  private static Map<String, List<HandOff>> byTeam(List<OutputRecord> records) {
    List<HandOff> all =
        records.stream()
            .filter(record -> record.topic() == OutputTopic.HAND_OFF)
            .map(
                record ->
                    value(FORMAT.decoder(Topics.HAND_OFF, Limits.RESULT).decode(record.value())))
            .toList();
    Map<String, List<HandOff>> byTeam =
        all.stream()
            .filter(record -> !isOfLead(record))
            .collect(Collectors.groupingBy(HandOff::getTeam, TreeMap::new, Collectors.toList()));
    all.stream()
        .filter(HandOffPipelineITCase::isOfLead)
        .collect(Collectors.groupingBy(HandOff::getMessageId))
        .forEach(byTeam::put);
    return byTeam;
  }

  private static boolean isOfLead(HandOff record) {
    return record.getKind() == HandOffKind.NURTURE || record.getTeam().isEmpty();
  }

  /** The newest by key, whatever instant it is of. */
  private static Map<String, FunnelStats> funnel(List<OutputRecord> records) {
    return records.stream()
        .filter(record -> record.topic() == OutputTopic.FUNNEL_STATS)
        .collect(
            Collectors.toMap(
                record -> HexFormat.of().formatHex(record.key()),
                HandOffPipelineITCase::timeless,
                (older, newer) -> newer,
                TreeMap::new));
  }

  private static FunnelStats timeless(OutputRecord record) {
    FunnelStats row =
        value(FORMAT.decoder(Topics.FUNNEL_STATS, Limits.RESULT).decode(record.value()));
    return FunnelStats.newBuilder(row).setAsOf(Instant.EPOCH).setBusinessDaysPassed(0).build();
  }

  private static <T> T value(Decoded<T> decoded) {
    assertThat(decoded).isInstanceOf(Decoded.Value.class);
    return ((Decoded.Value<T>) decoded).value();
  }

  private List<OutputRecord> run(List<List<RawRecord>> log, int parallelism, Failing failing)
      throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration(parallelism));
    int inputs = log.get(0).size() * parallelism;
    WatermarkStrategy<RawRecord> times =
        new TimedRecords(
            WatermarkStrategy.<RawRecord>forBoundedOutOfOrderness(Duration.ofHours(1))
                .withTimestampAssigner(new HandOffTime(PREFIX, FORMAT)));
    HandOffSettings settings = new HandOffSettings(TEAMS, TimeMode.REPLAY, HandOffLog.END, PREFIX);
    HandOffPipeline.Outputs outputs =
        new HandOffPipeline(settings, FORMAT)
            .connect(
                env.fromSource(new PartitionedLog(log).source(inputs / 10), times, "log")
                    .uid("log")
                    .map(failing)
                    .returns(RawRecord.TYPE)
                    .uid("failing"));
    CommittedSink told = new CommittedSink();
    CommittedSink refused = new CommittedSink();
    outputs.handOffs().sinkTo(told).setParallelism(1).uid("told");
    outputs.deadLetters().sinkTo(refused).uid("refused");
    env.execute();
    assertThat(refused.records()).isEmpty();
    return told.records();
  }

  private Configuration configuration(int parallelism) {
    return new Configuration()
        .set(PipelineOptions.GENERIC_TYPES, false)
        .set(PipelineOptions.AUTO_GENERATE_UIDS, false)
        .set(PipelineOptions.MAX_PARALLELISM, 2520)
        .set(CoreOptions.DEFAULT_PARALLELISM, parallelism)
        .set(StateBackendOptions.STATE_BACKEND, "rocksdb")
        .set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true)
        .set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem")
        .set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString())
        .set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(50))
        .set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay")
        .set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 10)
        .set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
  }
}
