package io.leadpulse.jobs.golden;

import io.leadpulse.engine.lead.Hours;
import io.leadpulse.engine.lead.SalesActivity;
import io.leadpulse.engine.lead.ScoringSettings;
import io.leadpulse.engine.release.Release;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.score.CacheSettings;
import io.leadpulse.jobs.score.ScoreSettings;
import io.leadpulse.jobs.score.StoredLeads;
import io.leadpulse.jobs.score.TimeMode;
import io.leadpulse.jobs.state.ReleaseSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.state.DefaultOperatorStateBackend;

/**
 * A savepoint that a version of the job left behind, with the log that it was reading and with what
 * the state said then. All of them were stopped at the same point of a replay.
 *
 * @param folder {@code src/test/resources/savepoint/VERSION}
 */
public record GoldenSavepoint(Path folder) {
  public static final String PREFIX = "test.";
  public static final int PARTITIONS = 2;

  /** Operators whose state is ours; the others belong to tests here, to Kafka in the real job. */
  public static final List<String> UIDS = List.of("decode", "read-model", "score-lead");

  /** Kafka times: when the second release takes effect, and where the savepoint was made. */
  public static final long SECOND_RELEASE_AT = millis("2024-02-25T00:00:20Z");

  public static final long STOPPED_AT = millis("2024-02-25T00:00:35Z");

  private static final Path HOME = Path.of("src", "test", "resources", "savepoint");
  private static final long END = millis("2024-02-25T00:00:00Z");

  /** All of them, the oldest first. */
  public static List<GoldenSavepoint> all() {
    try (Stream<Path> versions = Files.list(HOME)) {
      return versions.filter(Files::isDirectory).sorted().map(GoldenSavepoint::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static ScoreSettings settings() {
    return new ScoreSettings(
        TimeMode.REPLAY,
        Hours.of(END),
        ScoringSettings.DEFAULT.toleranceMilli(),
        ScoringSettings.DEFAULT.dedupeWindowHours(),
        Duration.ofMillis(20),
        Duration.ZERO,
        50,
        new CacheSettings(64 << 20, 7, 3),
        PREFIX);
  }

  public static Release firstRelease() {
    return Release.of("golden", 1, 0, model());
  }

  public static Release secondRelease() {
    return Release.of(
        "golden", 2, SECOND_RELEASE_AT, model().replace("points: 15\n", "points: 25\n"));
  }

  private static String model() {
    try {
      return Files.readString(HOME.resolve("model.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path savepoint() {
    return folder.resolve("savepoint");
  }

  public List<List<RawRecord>> log() throws IOException {
    return GoldenLog.read(folder);
  }

  /** What can be read of the log, by Kafka time. */
  public List<LeadInput> inputs() throws IOException {
    return GoldenLog.inputs(log(), PREFIX);
  }

  /**
   * Leads that the version thought otherwise of than later ones do. For 0.1 a lead that sales gave
   * back kept all its weight; what was reported before the stop is in the state as it was then.
   */
  public Set<String> judgedOtherwise() throws IOException {
    if (!folder.endsWith("0.1")) {
      return Set.of();
    }
    return inputs().stream()
        .filter(input -> input.recordedAt() <= STOPPED_AT)
        .filter(
            input ->
                input instanceof LeadInput.Reported reported
                    && reported.activity().kind() == SalesActivity.Kind.RECYCLED)
        .map(LeadInput::leadId)
        .collect(Collectors.toSet());
  }

  /** What each state held, a field a line. */
  public List<String> state() throws IOException {
    return Files.readAllLines(folder.resolve("state.txt"));
  }

  /** The names by which the state is found and read. */
  public List<String> catalogue() throws IOException {
    return Files.readAllLines(folder.resolve("catalogue.txt"));
  }

  /** The alerts that the job had raised, as {@code Verdict} writes them. */
  public List<String> alerts() throws IOException {
    return Files.readAllLines(folder.resolve("alerts.txt"));
  }

  /** Writes all but the savepoint itself, which is there. */
  public void write(List<List<RawRecord>> log, List<String> alerts) throws Exception {
    GoldenLog.write(folder, log);
    Files.write(folder.resolve("alerts.txt"), alerts);
    Files.write(folder.resolve("state.txt"), decoded());
    Files.write(folder.resolve("catalogue.txt"), new SavedState(savepoint()).catalogue(UIDS));
  }

  /** The savepoint's state as this version reads it. */
  public List<String> decoded() throws Exception {
    SavedState saved = new SavedState(savepoint());
    List<String> lines = new ArrayList<>(StoredLeads.of(settings(), saved.subtasks("score-lead")));
    try (DefaultOperatorStateBackend scoring = saved.lists("score-lead")) {
      for (Map.Entry<Long, Release> entry :
          scoring
              .getBroadcastState(
                  new MapStateDescriptor<>(
                      "releases", LongSerializer.INSTANCE, new ReleaseSerializer()))
              .immutableEntries()) {
        Release release = entry.getValue();
        lines.add(
            "release %d = version %d of %s, in effect at %s, sha-256 %s, %d characters"
                .formatted(
                    entry.getKey(),
                    release.version(),
                    release.modelId(),
                    Instant.ofEpochMilli(release.effectiveAt()),
                    release.sha256(),
                    release.yaml().length()));
      }
      TreeSet<Long> swept = new TreeSet<>();
      scoring
          .getUnionListState(new ListStateDescriptor<>("swept", LongSerializer.INSTANCE))
          .get()
          .forEach(swept::add);
      lines.add("swept = " + swept);
    }
    lines.addAll(totals(saved, "decode", "outcomes"));
    lines.addAll(totals(saved, "decode", "refusals"));
    lines.addAll(totals(saved, "read-model", "refusals"));
    lines.addAll(totals(saved, "score-lead", "outcomes"));
    return lines;
  }

  private static List<String> totals(SavedState saved, String uid, String name) throws Exception {
    Map<String, Long> totals = new TreeMap<>();
    try (DefaultOperatorStateBackend lists = saved.lists(uid)) {
      ListState<Tuple2<String, Long>> entries =
          lists.getListState(
              new ListStateDescriptor<>(name, Types.TUPLE(Types.STRING, Types.LONG)));
      for (Tuple2<String, Long> entry : entries.get()) {
        totals.merge(entry.f0, entry.f1, Long::sum);
      }
    }
    return totals.entrySet().stream()
        .map(entry -> uid + " " + name + " " + entry.getKey() + " = " + entry.getValue())
        .toList();
  }

  private static long millis(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }
}
