package io.leadpulse.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadpulse.engine.lead.Hours;
import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.engine.lead.ScoringSettings;
import io.leadpulse.engine.release.Release;
import io.leadpulse.jobs.StoppedRuns.Setup;
import io.leadpulse.jobs.cluster.CommittedSink;
import io.leadpulse.jobs.cluster.OutcomeTotals;
import io.leadpulse.jobs.oracle.AccountBook;
import io.leadpulse.jobs.oracle.LeadLog;
import io.leadpulse.jobs.oracle.LogShape;
import io.leadpulse.jobs.oracle.Oracle;
import io.leadpulse.jobs.oracle.Published;
import io.leadpulse.jobs.oracle.RawLog;
import io.leadpulse.jobs.oracle.ShippedModel;
import io.leadpulse.jobs.oracle.Verdict;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.jobs.score.CacheSettings;
import io.leadpulse.jobs.score.ScoreSettings;
import io.leadpulse.jobs.score.TimeMode;
import io.leadpulse.schemas.HotLeadAlert;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Replays that are stopped twice with a savepoint, each time before a release takes effect that is
 * published meanwhile, against one that is never stopped and against the oracle.
 */
class SavepointITCase {
  private static final long SEED = Long.getLong("savepoint.seed", 5);
  private static final int INPUTS = 9_000;
  private static final int PARTITIONS = 4;
  private static final int DAMAGED = 101;
  private static final String PREFIX = "test.";
  private static final String ROCKSDB = "rocksdb";
  private static final String HASHMAP = "hashmap";

  /** Each lead's events in order, so that alerts are determined too. */
  private static final LogShape SHAPE = new LogShape(250, INPUTS, 40, 0, false);

  private static final long FIRST_STOP = LeadLog.recordedAt(SHAPE, INPUTS / 3);
  private static final long SECOND_STOP = LeadLog.recordedAt(SHAPE, 2 * INPUTS / 3);

  /** Without a quarantine: whether a click or a profile comes first is then no matter of timers. */
  private static final Release FIRST =
      ShippedModel.changed("two-teams", 1, 0, "hygiene:\n", "hygiene:\n  quarantine: 0s\n");

  private static final Release ONE_MORE_SCORECARD =
      ShippedModel.after(
          FIRST,
          FIRST_STOP,
          "scorecards:\n",
          """
          scorecards:
            manager:
              title: { en: Manager, ja: マネージャー }
              warm: { enter: 25, exit: 20 }
              hot: { enter: 50, exit: 35 }
              cooldown: 7d
              require: { distinct-signals: 2 }
          """);

  private static final Release OTHER_THRESHOLDS =
      ShippedModel.after(
          ONE_MORE_SCORECARD,
          SECOND_STOP,
          "hot: { enter: 40, exit: 25 }",
          "hot: { enter: 55, exit: 30 }");

  private static final Release OTHER_WEIGHTS =
      ShippedModel.after(OTHER_THRESHOLDS, SECOND_STOP, "points: 15", "points: 22");

  private static final InMemoryReporter REPORTER = InMemoryReporter.createWithRetainedMetrics();

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setConfiguration(
                  REPORTER.addToConfiguration(
                      new Configuration()
                          .set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(256))
                          .set(JobManagerOptions.SLOT_REQUEST_TIMEOUT, Duration.ofSeconds(30))))
              .setNumberSlotsPerTaskManager(PARTITIONS)
              .build());

  private static List<LeadInput> log;
  private static Oracle oracle;

  /** Rows and alerts of the run that was never stopped. */
  private static Published calm;

  @TempDir Path folder;

  private final CommittedSink results = new CommittedSink();
  private final CommittedSink deadLetters = new CommittedSink();

  @BeforeAll
  static void runWithoutAStop(@TempDir Path folder) throws Exception {
    log = LeadLog.of(SEED, SHAPE);
    oracle =
        new Oracle(
            List.of(FIRST, ONE_MORE_SCORECARD, OTHER_THRESHOLDS, OTHER_WEIGHTS),
            ScoringSettings.REPLAY);
    log.stream().filter(input -> !isDamaged(input)).forEach(oracle::take);
    oracle.end(settings().endHour());
    CommittedSink results = new CommittedSink();
    new StoppedRuns(settings(), records(), results, new CommittedSink(), folder)
        .publish(FIRST, ONE_MORE_SCORECARD, OTHER_THRESHOLDS, OTHER_WEIGHTS)
        .end(new Setup(2, HASHMAP));
    calm = new Published(results.records());
    assertThat(Verdict.ofRecords(calm.rows()))
        .hasSizeGreaterThan(300)
        .isEqualTo(Verdict.ofOracle(oracle.rows()));
  }

  @Test
  void goesOnAtFourAndAtTwoSubtasks() throws Exception {
    SavepointFormatType format = SavepointFormatType.NATIVE;
    StoppedRuns runs = runs().publish(FIRST);
    runs.stopAt(FIRST_STOP, new Setup(1, ROCKSDB), format);
    runs.publish(ONE_MORE_SCORECARD).stopAt(SECOND_STOP, new Setup(4, ROCKSDB), format);
    runs.publish(OTHER_THRESHOLDS, OTHER_WEIGHTS);

    assertLikeTheCalmRun(runs.end(new Setup(2, ROCKSDB)));
  }

  @Test
  void goesOnInMemoryAndOnDiskAgain() throws Exception {
    SavepointFormatType format = SavepointFormatType.CANONICAL;
    StoppedRuns runs = runs().publish(FIRST);
    runs.stopAt(FIRST_STOP, new Setup(2, ROCKSDB), format);
    runs.publish(ONE_MORE_SCORECARD).stopAt(SECOND_STOP, new Setup(2, HASHMAP), format);
    runs.publish(OTHER_THRESHOLDS, OTHER_WEIGHTS);

    assertLikeTheCalmRun(runs.end(new Setup(2, ROCKSDB)));
  }

  /** A release that is published in time is known before the first event of the next run. */
  @Test
  void aReleaseOfTheTimeBetweenJudgesTheFirstEventAfterIt() throws Exception {
    StoppedRuns runs = runs().publish(FIRST);
    runs.stopAt(FIRST_STOP, new Setup(1, HASHMAP), SavepointFormatType.CANONICAL);
    runs.publish(ONE_MORE_SCORECARD, OTHER_THRESHOLDS, OTHER_WEIGHTS);

    assertLikeTheCalmRun(runs.end(new Setup(4, HASHMAP)));
  }

  @Test
  void aNativeSavepointStaysWithItsBackend() throws Exception {
    StoppedRuns runs = runs().publish(FIRST);
    runs.stopAt(FIRST_STOP, new Setup(2, ROCKSDB), SavepointFormatType.NATIVE);

    assertThatThrownBy(() -> runs.end(new Setup(2, HASHMAP)))
        .hasStackTraceContaining("IncrementalRemoteKeyedStateHandle");
  }

  private StoppedRuns runs() {
    return new StoppedRuns(settings(), records(), results, deadLetters, folder);
  }

  private void assertLikeTheCalmRun(JobID lastRun) {
    Published published = new Published(results.records());
    assertThat(published.rows()).isEqualTo(calm.rows());
    assertThat(alone(published.alerts())).isNotEmpty().isEqualTo(alone(calm.alerts()));
    assertThat(AccountBook.ofRecords(published.accounts()))
        .isNotEmpty()
        .isEqualTo(AccountBook.ofLeads(published.rows().values(), settings().endHour()));
    assertThat(Verdict.alertsOfRecords(published.alerts()))
        .isEqualTo(Verdict.alertsOfOracle(oracle.alerts()));
    assertCounts(new OutcomeTotals(REPORTER, lastRun));
  }

  /** Sorted, without colleagues: who is known by then goes by the order in which leads are told. */
  private static List<HotLeadAlert> alone(List<HotLeadAlert> alerts) {
    return sorted(
        alerts.stream()
            .map(
                alert ->
                    HotLeadAlert.newBuilder(alert)
                        .setColleagues(List.of())
                        .setActiveColleagues(List.of())
                        .build())
            .toList());
  }

  /** The last run's totals are those of all of them. */
  private void assertCounts(OutcomeTotals totals) {
    for (SourceTopic source : SourceTopic.values()) {
      List<LeadInput> inputs = log.stream().filter(input -> input.source() == source).toList();
      long damaged = inputs.stream().filter(SavepointITCase::isDamaged).count();
      assertThat(totals.of(source, Outcome.DEAD_LETTERED)).isEqualTo(damaged);
      assertThat(totals.of(source, Outcome.SUSPECT))
          .isEqualTo(oracle.count(source, Outcome.SUSPECT));
      assertThat(Arrays.stream(Outcome.values()).mapToLong(o -> totals.of(source, o)).sum())
          .as("records of %s", source)
          .isEqualTo(inputs.size());
    }
    assertThat(deadLetters.records())
        .hasSize((int) log.stream().filter(SavepointITCase::isDamaged).count());
  }

  private static List<HotLeadAlert> sorted(List<HotLeadAlert> alerts) {
    List<HotLeadAlert> sorted = new ArrayList<>(alerts);
    sorted.sort(Comparator.comparing(HotLeadAlert::getMessageId));
    return sorted;
  }

  private static List<List<RawRecord>> records() {
    RawLog raw = new RawLog(PREFIX);
    List<List<RawRecord>> partitions =
        IntStream.range(0, PARTITIONS).<List<RawRecord>>mapToObj(i -> new ArrayList<>()).toList();
    for (LeadInput input : log) {
      partitions
          .get(Math.floorMod(input.leadId().hashCode(), PARTITIONS))
          .add(isDamaged(input) ? raw.damaged(input) : raw.of(input));
    }
    return partitions;
  }

  private static boolean isDamaged(LeadInput input) {
    return input.offset() % DAMAGED == DAMAGED - 1;
  }

  private static ScoreSettings settings() {
    return new ScoreSettings(
        TimeMode.REPLAY,
        Hours.of(LeadLog.START + (SHAPE.days() + 1) * Duration.ofDays(1).toMillis()),
        ScoringSettings.DEFAULT.toleranceMilli(),
        ScoringSettings.DEFAULT.dedupeWindowHours(),
        Duration.ofMillis(20),
        Duration.ZERO,
        50,
        new CacheSettings(64 << 20, 7, 3),
        PREFIX);
  }
}
