package io.leadpulse.jobs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.lead.ScoringSettings;
import io.leadpulse.jobs.StoppedRuns.Setup;
import io.leadpulse.jobs.cluster.GatheringSink;
import io.leadpulse.jobs.golden.GoldenSavepoint;
import io.leadpulse.jobs.golden.Listing;
import io.leadpulse.jobs.golden.RareLeads;
import io.leadpulse.jobs.golden.SavedState;
import io.leadpulse.jobs.oracle.LeadLog;
import io.leadpulse.jobs.oracle.LogShape;
import io.leadpulse.jobs.oracle.Oracle;
import io.leadpulse.jobs.oracle.Published;
import io.leadpulse.jobs.oracle.RawLog;
import io.leadpulse.jobs.oracle.Verdict;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.schemas.Topics;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Savepoints that versions of the job left behind, restored by this one. {@code
 * -Dgolden.write=FOLDER} makes that of this version.
 */
class GoldenSavepointITCase {
  /** Some dozens of leads, each one's events in order, so that alerts are determined too. */
  private static final LogShape SHAPE = new LogShape(30, 950, 40, 0, false);

  private static final long SEED = 6;
  private static final int DAMAGED = 101;

  /** Rows of leads, so that the comparison says something. */
  private static final int LEADS_JUDGED_ALIKE = 20;

  private static final long LATER = GoldenSavepoint.STOPPED_AT + 5_000;

  /** What at least one lead has to have in its state, so that every part of it is read. */
  private static final List<String> SECTIONS =
      List.of(
          "profile = .*exclusion: COMPETITOR",
          "profile = .*attributes: \\{budget=confirmed}",
          "state.ledger \\w+ = .*[2-9] times at",
          "state.ledger \\w+ = .*key \\w+ from",
          "state.seen = \\{\\d \\w+ at",
          "state.sales = .*latestKind: (ACCEPTED|CONTACTED|MEETING|QUALIFIED|WON)",
          "state.sales = .*exclusion: PARTNER",
          "state.sales = .*markHours: \\[\\d+",
          "state.evidence.touches\\[7] = .*detail: /",
          "state.standings\\[1] = .*tier: HOT",
          "state.standings.* = .*open: true .*raised: true",
          "state.standings.* = .*open: true .*raised: false",
          "state.standings.* = .*cooldownUntil: \\d",
          "state.standings.* = .*sequence: [1-9]",
          "state.standings.* = .*publishedHeld: true",
          "state = .*suspects: [1-9]",
          "state.verdict = .*fit: D",
          "state.verdict = .*activeDampers: [1-9]",
          "state.verdict = .*failedGates: \\[0, 1]",
          "state = .*verdictVersion: 1",
          "state = .*verdictVersion: 2",
          "timers = \\d+",
          "release 2 = ",
          "swept = \\[1]",
          "decode outcomes .*dead-lettered = [1-9]",
          "decode refusals .* = [1-9]",
          "read-model refusals .* = 1",
          "score-lead outcomes .*duplicate = [1-9]",
          "score-lead outcomes .*suspect = [1-9]");

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setConfiguration(
                  new Configuration()
                      .set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(128))
                      .set(JobManagerOptions.SLOT_REQUEST_TIMEOUT, Duration.ofSeconds(30)))
              .setNumberSlotsPerTaskManager(GoldenSavepoint.PARTITIONS)
              .build());

  @TempDir Path folder;

  private final GatheringSink results = new GatheringSink();

  static List<GoldenSavepoint> versions() {
    return GoldenSavepoint.all();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void readsEveryLeadAsItWas(GoldenSavepoint golden) throws Exception {
    assertThat(Listing.missing(golden.state(), golden.decoded())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void goesOnFromACopyAsIfItHadNeverStopped(GoldenSavepoint golden) throws Exception {
    Path copy = copy(golden.savepoint(), folder.resolve("elsewhere"));
    StoppedRuns runs = runs(golden.log()).publish(GoldenSavepoint.secondRelease());
    runs.from(copy.toUri().toString())
        .stopAt(LATER, new Setup(1, "rocksdb"), SavepointFormatType.CANONICAL);
    runs.end(new Setup(2, "hashmap"));

    Oracle oracle =
        new Oracle(
            List.of(GoldenSavepoint.firstRelease(), GoldenSavepoint.secondRelease()),
            ScoringSettings.REPLAY);
    golden.inputs().forEach(oracle::take);
    oracle.end(hourOfEnd());
    Published published = new Published(results.records());
    Set<String> otherwise = golden.judgedOtherwise();
    assertThat(without(otherwise, Verdict.ofRecords(published.rows())))
        .hasSizeGreaterThan(LEADS_JUDGED_ALIKE)
        .isEqualTo(without(otherwise, Verdict.ofOracle(oracle.rows())));
    List<String> alerts = new ArrayList<>(golden.alerts());
    alerts.addAll(Verdict.alertsOfRecords(published.alerts()));
    assertThat(without(otherwise, alerts))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            without(otherwise, Verdict.alertsOfOracle(oracle.alerts())));
  }

  private static Map<String, Verdict> without(Set<String> leads, Map<String, Verdict> rows) {
    Map<String, Verdict> others = new TreeMap<>(rows);
    others.keySet().removeIf(key -> leads.contains(key.substring(0, key.indexOf('/'))));
    return others;
  }

  private static List<String> without(Set<String> leads, List<String> alerts) {
    return alerts.stream()
        .filter(line -> !leads.contains(line.substring(0, line.indexOf(' '))))
        .toList();
  }

  /** A job that begins anew, since a restored one carries along what it no longer knows. */
  @Test
  void namesItsStatesAsEarlierVersionsDid() throws Exception {
    for (GoldenSavepoint golden : versions()) {
      String now =
          runs(golden.log())
              .stopAt(
                  GoldenSavepoint.SECOND_RELEASE_AT,
                  new Setup(2, "rocksdb"),
                  SavepointFormatType.CANONICAL);
      assertThat(new SavedState(Path.of(URI.create(now))).catalogue(GoldenSavepoint.UIDS))
          .containsAll(golden.catalogue());
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void holdsSomethingOfEverySection(GoldenSavepoint golden) throws Exception {
    assertEverySection(golden.state());
  }

  @ParameterizedTest
  @MethodSource("versions")
  void doesNotSayWhereItWasMade(GoldenSavepoint golden) throws IOException {
    String bytes = Files.readString(golden.savepoint().resolve("_metadata"), ISO_8859_1);
    assertThat(bytes).doesNotContain("file:");
  }

  @Test
  @EnabledIfSystemProperty(named = "golden.write", matches = ".+")
  void writesTheOneOfThisVersion() throws Exception {
    GoldenSavepoint golden = new GoldenSavepoint(Path.of(System.getProperty("golden.write")));
    List<List<RawRecord>> log = records();
    Setup setup = new Setup(2, "rocksdb");
    StoppedRuns runs = runs(log);
    runs.stopAt(GoldenSavepoint.SECOND_RELEASE_AT, setup, SavepointFormatType.CANONICAL);
    String made =
        runs.publish(GoldenSavepoint.secondRelease())
            .stopAt(GoldenSavepoint.STOPPED_AT, setup, SavepointFormatType.CANONICAL);
    Files.createDirectories(golden.folder());
    copy(Path.of(URI.create(made)), golden.savepoint());
    golden.write(log, Verdict.alertsOfRecords(new Published(results.records()).alerts()));
    assertEverySection(golden.state());
  }

  private static void assertEverySection(List<String> state) {
    assertThat(SECTIONS)
        .allSatisfy(
            section ->
                assertThat(state.stream().anyMatch(line -> line.matches(".*" + section + ".*")))
                    .as("something like '%s'", section)
                    .isTrue());
  }

  /** Of the first release and one that nobody can read. */
  private StoppedRuns runs(List<List<RawRecord>> log) {
    String topic = Topics.SCORING_MODEL.topic(GoldenSavepoint.PREFIX);
    return new StoppedRuns(GoldenSavepoint.settings(), log, results, new GatheringSink(), folder)
        .publish(GoldenSavepoint.firstRelease())
        .publish(new RawRecord(topic, 0, 1, LeadLog.START, null, new byte[] {1, 2, 3}));
  }

  private static int hourOfEnd() {
    return GoldenSavepoint.settings().endHour();
  }

  private static Path copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
    return to;
  }

  private static List<List<RawRecord>> records() {
    RawLog raw = new RawLog(GoldenSavepoint.PREFIX);
    List<List<RawRecord>> partitions =
        IntStream.range(0, GoldenSavepoint.PARTITIONS)
            .<List<RawRecord>>mapToObj(i -> new ArrayList<>())
            .toList();
    List<LeadInput> inputs = new ArrayList<>(LeadLog.of(SEED, SHAPE));
    inputs.addAll(RareLeads.inputs(SHAPE, 130, 690));
    inputs.sort(Comparator.comparingLong(LeadInput::recordedAt));
    for (LeadInput input : inputs) {
      partitions
          .get(Math.floorMod(input.leadId().hashCode(), GoldenSavepoint.PARTITIONS))
          .add(input.offset() % DAMAGED == DAMAGED - 1 ? raw.damaged(input) : raw.of(input));
    }
    return partitions;
  }
}
