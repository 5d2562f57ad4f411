package io.leadpulse.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.engine.release.Release;
import io.leadpulse.jobs.cluster.Clusters;
import io.leadpulse.jobs.cluster.KnownIdentities;
import io.leadpulse.jobs.cluster.OutcomeTotals;
import io.leadpulse.jobs.oracle.LeadLog;
import io.leadpulse.jobs.oracle.LogShape;
import io.leadpulse.jobs.oracle.RawLog;
import io.leadpulse.jobs.oracle.ShippedModel;
import io.leadpulse.jobs.oracle.Verdict;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.SourceTopic;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is done before a lead says who it is counts as if the lead had said so from the first. */
class StitchingITCase {
  private static final long SEED = Long.getLong("pipeline.seed", 11);
  private static final String PREFIX = "test.";
  private static final int PARTITIONS = 2;
  private static final int FAILURES = 2;
  private static final LogShape SHAPE = new LogShape(60, 4_000, 40, 0, false);

  private static final InMemoryReporter REPORTER = InMemoryReporter.createWithRetainedMetrics();

  @RegisterExtension static final MiniClusterExtension CLUSTER = Clusters.of(PARTITIONS, REPORTER);

  @TempDir Path folder;

  @Test
  void whatHappenedBeforeAFormIsScoredForTheLeadAfterIt() throws Exception {
    List<LeadInput> log = LeadLog.of(SEED, SHAPE);
    RawLog raw = new RawLog(PREFIX);

    ReplayRun.Result known = replay(log, raw::of, "known");
    ReplayRun.Result anonymous = replay(log, new Anonymity(log, raw)::of, "anonymous");

    assertThat(known.failures() + anonymous.failures()).isEqualTo(2 * FAILURES);
    assertThat(anonymous.deadLetters()).isEmpty();
    Map<String, Verdict> verdicts = known.verdicts();
    assertThat(anonymous.verdicts()).isEqualTo(verdicts).hasSizeGreaterThan(40);
    OutcomeTotals totals = new OutcomeTotals(REPORTER, anonymous.job());
    assertThat(totals.of(SourceTopic.WEB_ACCESS, Outcome.WAITING)).isZero();
    for (SourceTopic source : SourceTopic.values()) {
      long inputs = log.stream().filter(input -> input.source() == source).count();
      long counted = 0;
      for (Outcome outcome : Outcome.values()) {
        counted += totals.of(source, outcome);
      }
      assertThat(counted).as("records of %s", source).isEqualTo(inputs);
    }
  }

  private ReplayRun.Result replay(
      List<LeadInput> log, Function<LeadInput, RawRecord> form, String name) throws Exception {
    List<List<RawRecord>> partitions = ReplayRun.dealt(log, form, PARTITIONS);
    List<Release> models = List.of(ShippedModel.release("b2b-japan"));
    return new ReplayRun(
            ReplayRun.settings(SHAPE.days(), PREFIX),
            models,
            KnownIdentities.none(),
            partitions,
            FAILURES,
            folder.resolve(name))
        .execute();
  }
}
