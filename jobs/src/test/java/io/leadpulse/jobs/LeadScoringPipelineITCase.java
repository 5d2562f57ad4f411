package io.leadpulse.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.engine.lead.ScoringSettings;
import io.leadpulse.engine.release.Release;
import io.leadpulse.jobs.cluster.Clusters;
import io.leadpulse.jobs.cluster.KnownIdentities;
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
import io.leadpulse.jobs.score.ScoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pipeline on a cluster that keeps failing, against an oracle that knows no cluster. {@code
 * -Dpipeline.seed=N} takes other logs.
 */
class LeadScoringPipelineITCase {
  private static final long SEED = Long.getLong("pipeline.seed", 11);
  private static final int SLOTS = 4;
  private static final int INPUTS = 20_000;
  private static final int FAILURES = 3;
  private static final String PREFIX = "test.";
  private static final Duration ONE_DAY = Duration.ofDays(1);

  /** One in so many records cannot be read. */
  private static final int DAMAGED = 101;

  private static final InMemoryReporter REPORTER = InMemoryReporter.createWithRetainedMetrics();

  @RegisterExtension static final MiniClusterExtension CLUSTER = Clusters.of(SLOTS, REPORTER);

  @TempDir Path checkpoints;

  /** Events come up to five days late, and those of one lead in every partition. */
  @Test
  void scoresLikeTheOracleWhateverTheOrder() throws Exception {
    LogShape shape = new LogShape(400, INPUTS, 40, ONE_DAY.multipliedBy(5).toMillis(), true);
    long halfway = LeadLog.recordedAt(shape, INPUTS / 2);
    List<Release> models =
        List.of(
            ShippedModel.release("b2b-japan"),
            ShippedModel.changed("b2b-japan", 2, halfway, "points: 15", "points: 25"));
    List<LeadInput> log = LeadLog.of(SEED, shape);
    List<List<LeadInput>> partitions = partitions(4);
    for (int i = 0; i < log.size(); i++) {
      partitions.get(i % 4).add(log.get(i));
    }

    ReplayRun.Result run = replay(shape, models, partitions);

    Published published = new Published(run.results());
    List<LeadInput> readable = log.stream().filter(input -> !isDamaged(input)).toList();
    assertThat(run.failures()).isEqualTo(FAILURES);
    assertThat(run.deadLetters()).hasSize(log.size() - readable.size());
    assertThat(published.rows()).hasSizeGreaterThan(300);
    Oracle oracle = oracle(shape, models, readable);
    assertThat(Verdict.ofRecords(published.rows()))
        .isEqualTo(verdicts(oracle))
        .isNotEqualTo(verdicts(oracle(shape, models, withoutOneForm(readable))));
    assertCounts(run, oracle, log);
    assertAccounts(published, settings(shape).endHour());
  }

  private static void assertAccounts(Published published, int hour) {
    assertThat(AccountBook.ofRecords(published.accounts()))
        .isEqualTo(AccountBook.ofLeads(published.rows().values(), hour))
        .hasSizeGreaterThanOrEqualTo(20);
  }

  /** Each lead's events are in order, in one partition. */
  @Test
  void raisesTheAlertsOfTheOracle() throws Exception {
    LogShape shape = new LogShape(400, INPUTS, 40, 0, false);
    List<Release> models = List.of(ShippedModel.release("two-teams"));
    List<LeadInput> log = LeadLog.of(SEED + 1, shape);
    List<List<LeadInput>> partitions = partitions(3);
    for (LeadInput input : log) {
      partitions.get(Math.floorMod(input.leadId().hashCode(), 3)).add(input);
    }
    pad(partitions);

    ReplayRun.Result run = replay(shape, models, partitions);

    Published published = new Published(run.results());
    List<LeadInput> readable =
        partitions.stream().flatMap(List::stream).filter(input -> !isDamaged(input)).toList();
    Oracle oracle = oracle(shape, models, readable);
    assertThat(run.failures()).isEqualTo(FAILURES);
    assertThat(Verdict.ofRecords(published.rows())).isEqualTo(verdicts(oracle));
    assertAccounts(published, settings(shape).endHour());
    assertThat(published.alerts())
        .filteredOn(alert -> alert.getActiveColleagues().size() > 1)
        .hasSizeGreaterThan(100);
    assertThat(published.alertCauses()).hasSizeGreaterThan(300);
    assertThat(Verdict.alertsOfRecords(published.alerts()))
        .isEqualTo(Verdict.alertsOfOracle(oracle.alerts()))
        .isNotEqualTo(
            Verdict.alertsOfOracle(oracle(shape, models, withoutOneForm(readable)).alerts()));
  }

  /** Restarts forget no record and count none twice; each has one outcome. */
  private static void assertCounts(ReplayRun.Result run, Oracle oracle, List<LeadInput> log) {
    OutcomeTotals totals = new OutcomeTotals(REPORTER, run.job());
    for (SourceTopic source : SourceTopic.values()) {
      List<LeadInput> inputs = log.stream().filter(input -> input.source() == source).toList();
      long damaged = inputs.stream().filter(LeadScoringPipelineITCase::isDamaged).count();
      assertThat(totals.of(source, Outcome.DEAD_LETTERED)).isEqualTo(damaged);
      assertThat(Arrays.stream(Outcome.values()).mapToLong(o -> totals.of(source, o)).sum())
          .as("records of %s", source)
          .isEqualTo(inputs.size());
      if (source != SourceTopic.LEAD_PROFILE) { // Of profiles, a copy is one of the newest.
        assertThat(totals.of(source, Outcome.DUPLICATE))
            .as("copies in %s", source)
            .isEqualTo(oracle.count(source, Outcome.DUPLICATE));
        assertThat(totals.of(source, Outcome.SUSPECT))
            .as("suspects in %s", source)
            .isEqualTo(oracle.count(source, Outcome.SUSPECT));
      }
    }
  }

  private ReplayRun.Result replay(
      LogShape shape, List<Release> models, List<List<LeadInput>> partitions) throws Exception {
    RawLog raw = new RawLog(PREFIX);
    List<List<RawRecord>> records = new ArrayList<>();
    for (List<LeadInput> partition : partitions) {
      records.add(
          partition.stream()
              .map(input -> isDamaged(input) ? raw.damaged(input) : raw.of(input))
              .toList());
    }
    return new ReplayRun(
            settings(shape), models, KnownIdentities.none(), records, FAILURES, checkpoints)
        .execute();
  }

  private static Oracle oracle(LogShape shape, List<Release> models, List<LeadInput> log) {
    Oracle oracle = new Oracle(models, ScoringSettings.REPLAY);
    log.forEach(oracle::take);
    oracle.end(settings(shape).endHour());
    return oracle;
  }

  private static Map<String, Verdict> verdicts(Oracle oracle) {
    return Verdict.ofOracle(oracle.rows());
  }

  private static ScoreSettings settings(LogShape shape) {
    return ReplayRun.settings(shape.days(), PREFIX);
  }

  private static boolean isDamaged(LeadInput input) {
    return input.offset() % DAMAGED == DAMAGED - 1;
  }

  /** All but the last form that asks for contact. */
  private static List<LeadInput> withoutOneForm(List<LeadInput> log) {
    for (int i = log.size() - 1; i >= 0; i--) {
      if (log.get(i) instanceof LeadInput.Engaged engaged
          && engaged.engagement().form().equals("contact")) {
        String event = engaged.engagement().eventId();
        return log.stream()
            .filter(
                input ->
                    !(input instanceof LeadInput.Engaged other
                        && other.engagement().eventId().equals(event)))
            .toList();
      }
    }
    throw new AssertionError("nobody asked for contact");
  }

  private static List<List<LeadInput>> partitions(int count) {
    List<List<LeadInput>> partitions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      partitions.add(new ArrayList<>());
    }
    return partitions;
  }

  /** Makes partitions as long as the longest, with copies of their last inputs. */
  private static void pad(List<List<LeadInput>> partitions) {
    int length = partitions.stream().mapToInt(List::size).max().orElse(0);
    for (List<LeadInput> partition : partitions) {
      LeadInput last = partition.get(partition.size() - 1);
      while (partition.size() < length) {
        partition.add(last);
      }
    }
  }
}
