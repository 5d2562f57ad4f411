package io.leadpulse.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.identity.IdentityChange;
import io.leadpulse.engine.identity.IdentityChange.Kind;
import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.jobs.cluster.Clusters;
import io.leadpulse.jobs.cluster.KnownIdentities;
import io.leadpulse.jobs.cluster.OutcomeTotals;
import io.leadpulse.jobs.oracle.LeadLog;
import io.leadpulse.jobs.oracle.LogShape;
import io.leadpulse.jobs.oracle.RawLog;
import io.leadpulse.jobs.oracle.ShippedModel;
import io.leadpulse.jobs.oracle.Verdict;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.LeadInput.Identified;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.SourceTopic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** In a replay a person of several ids is one from the start, wherever its merge is in the log. */
class ReplayIdentityITCase {
  private static final long SEED = Long.getLong("pipeline.seed", 11);
  private static final String PREFIX = "test.";
  private static final int PARTITIONS = 2;
  private static final int FAILURES = 2;
  private static final LogShape SHAPE = new LogShape(40, 3_000, 40, 0, false);

  /** Of each person one at most has an even number, and so a profile: both would be of one time. */
  private static final List<IdentityChange> CHANGES =
      List.of(
          change(Kind.MERGE, "lead-2", "lead-1"),
          change(Kind.MERGE, "lead-3", "lead-5"),
          change(Kind.MERGE, "lead-5", "lead-4"),
          change(Kind.MERGE, "lead-1", "lead-2"),
          change(Kind.MERGE, "lead-7", "lead-9"),
          change(Kind.ERASE, "lead-8", ""),
          change(Kind.MERGE, "lead-9", "lead-6"),
          change(Kind.MERGE, "lead-11", "lead-13"),
          change(Kind.SPLIT, "lead-9", ""),
          change(Kind.MERGE, "lead-0", "lead-15"),
          change(Kind.ERASE, "lead-11", ""),
          change(Kind.SPLIT, "lead-0", ""),
          change(Kind.MERGE, "lead-17", "lead-8"),
          change(Kind.SPLIT, "lead-13", ""));

  private static final Map<String, String> OWNERS =
      Map.of("lead-2", "lead-1", "lead-3", "lead-4", "lead-5", "lead-4", "lead-7", "lead-9");

  private static final Set<String> ERASED = Set.of("lead-8", "lead-11", "lead-13", "lead-17");

  private static final InMemoryReporter REPORTER = InMemoryReporter.createWithRetainedMetrics();

  @RegisterExtension static final MiniClusterExtension CLUSTER = Clusters.of(PARTITIONS, REPORTER);

  @TempDir Path folder;

  @Test
  void scoresAreThoseOfOnePersonFromTheStart() throws Exception {
    List<LeadInput> log = LeadLog.of(SEED, SHAPE);
    List<Identified> changes = changes(log);
    List<LeadInput> mixed = mixed(log, changes);
    RawLog raw = new RawLog(PREFIX);

    ReplayRun.Result several =
        replay(mixed, new Anonymity(log, raw)::of, KnownIdentities.of(changes), "several");
    ReplayRun.Result one =
        replay(log, input -> raw.of(owned(input)), KnownIdentities.none(), "one");

    assertThat(several.failures() + one.failures()).isEqualTo(2 * FAILURES);
    assertThat(several.deadLetters()).isEmpty();
    Map<String, Verdict> expected = new HashMap<>(one.verdicts());
    assertThat(expected.keySet().removeIf(key -> ERASED.contains(lead(key)))).isTrue();
    assertThat(several.verdicts()).isEqualTo(expected).hasSizeGreaterThan(25);
    assertOutcomes(new OutcomeTotals(REPORTER, several.job()), mixed);
  }

  private static void assertOutcomes(OutcomeTotals totals, List<LeadInput> inputs) {
    for (SourceTopic source : SourceTopic.values()) {
      List<LeadInput> own = inputs.stream().filter(input -> input.source() == source).toList();
      long counted = 0;
      for (Outcome outcome : Outcome.values()) {
        counted += totals.of(source, outcome);
      }
      assertThat(counted).as("records of %s", source).isEqualTo(own.size());
      assertThat(totals.of(source, Outcome.ERASED))
          .as("erased records of %s", source)
          .isEqualTo(own.stream().filter(ReplayIdentityITCase::isOfErased).count());
    }
    assertThat(totals.of(SourceTopic.WEB_ACCESS, Outcome.ERASED)).isPositive();
    assertThat(totals.of(SourceTopic.IDENTITY, Outcome.APPLIED)).isEqualTo(CHANGES.size());
  }

  private static boolean isOfErased(LeadInput input) {
    return !(input instanceof Identified) && ERASED.contains(input.leadId());
  }

  private static String lead(String row) {
    return row.substring(0, row.indexOf('/'));
  }

  private static IdentityChange change(Kind kind, String lead, String other) {
    return new IdentityChange(kind, "i-" + kind + lead, 0, lead, other);
  }

  /** The changes as records, spread over a log. */
  private static List<Identified> changes(List<LeadInput> log) {
    List<Identified> changes = new ArrayList<>();
    for (IdentityChange change : CHANGES) {
      LeadInput beside = log.get(position(changes.size(), log));
      IdentityChange dated =
          new IdentityChange(
              change.kind(),
              change.eventId(),
              beside.occurredAt(),
              change.leadId(),
              change.otherId());
      changes.add(new Identified(0, changes.size(), beside.recordedAt(), dated));
    }
    return changes;
  }

  private static int position(int change, List<LeadInput> log) {
    return (change + 1) * (log.size() / (CHANGES.size() + 2));
  }

  private static List<LeadInput> mixed(List<LeadInput> log, List<Identified> changes) {
    List<LeadInput> mixed = new ArrayList<>(log);
    for (int i = changes.size() - 1; i >= 0; i--) {
      mixed.add(position(i, log), changes.get(i));
    }
    return mixed;
  }

  /** An input as if there had never been another id. */
  private static LeadInput owned(LeadInput input) {
    return input.by(OWNERS.getOrDefault(input.leadId(), input.leadId()));
  }

  private ReplayRun.Result replay(
      List<LeadInput> log,
      Function<LeadInput, RawRecord> form,
      KnownIdentities identities,
      String name)
      throws Exception {
    List<List<RawRecord>> partitions = ReplayRun.dealt(log, form, PARTITIONS);
    return new ReplayRun(
            ReplayRun.settings(SHAPE.days(), PREFIX),
            List.of(ShippedModel.release("b2b-japan")),
            identities,
            partitions,
            FAILURES,
            folder.resolve(name))
        .execute();
  }
}
