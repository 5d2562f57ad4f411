package io.leadpulse.jobs.score;

import io.leadpulse.engine.lead.LeadScorer;
import io.leadpulse.engine.lead.ScoringSettings;
import io.leadpulse.engine.release.Admission;
import io.leadpulse.engine.release.CompiledModel;
import io.leadpulse.engine.release.Release;
import io.leadpulse.engine.release.ReleaseHistory;
import io.leadpulse.engine.yaml.Problem;
import io.leadpulse.jobs.codec.HiddenReleasesException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.api.common.state.BroadcastState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The releases that this subtask knows, and a scorer for each one that is in use. */
final class Releases {
  private static final Logger LOG = LoggerFactory.getLogger(Releases.class);

  /** Scorers have tables of some size; an older release comes back only with late Kafka time. */
  private static final int SCORERS = 64;

  private final BroadcastState<Long, Release> state;
  private final ScoringSettings settings;
  private final Map<Long, LeadScorer> scorers = new LinkedHashMap<>(8, 0.75f, true);
  private ReleaseHistory history = ReleaseHistory.empty();
  private @Nullable LeadScorer lastScorer;
  private long lastVersion;

  /** Version that no lead is scored below any more. */
  private long floor;

  /** Kafka time of the newest input judged, epoch milliseconds. */
  private long newestInputAt;

  private int lateSinceOpened;

  /**
   * @param judgedUntil Kafka time of the newest input judged before, epoch milliseconds; {@link
   *     Long#MIN_VALUE} for none
   */
  Releases(BroadcastState<Long, Release> state, ScoringSettings settings, long judgedUntil) {
    this.state = state;
    this.settings = settings;
    newestInputAt = judgedUntil;
  }

  /**
   * Takes up the releases of the checkpoint, and those published since: by the stream they would
   * come beside the events that piled up meanwhile, and some of those would overtake them.
   */
  void open(ReleaseLoader loader) throws Exception {
    List<Release> admitted = new ArrayList<>();
    state.immutableEntries().forEach(entry -> admitted.add(entry.getValue()));
    history = ReleaseHistory.of(admitted);
    boolean restored = !history.isEmpty();
    for (Release release : published(loader, restored)) {
      if (knows(release)) {
        continue;
      }
      List<Problem> problems = add(release);
      if (!problems.isEmpty()) {
        LOG.error("A published model is refused:\n{}", text(problems));
      } else if (restored && isTooLate(release)) {
        lateSinceOpened++;
      }
    }
    if (history.isEmpty()) {
      throw new IllegalStateException(
          "no valid scoring model has been published; publish one, then start the job");
    }
  }

  /** A job that knows releases goes on by them; what a registry hides comes with the next start. */
  private static List<Release> published(ReleaseLoader loader, boolean restored) throws Exception {
    try {
      return loader.load();
    } catch (HiddenReleasesException e) {
      if (!restored) {
        throw e;
      }
      LOG.error("Going on by the releases of the checkpoint: {}", e.getMessage());
      return e.readable();
    }
  }

  /** Releases found at the start that should have judged inputs of the time before it. */
  int lateSinceOpened() {
    return lateSinceOpened;
  }

  /** Adds a release for good; what is wrong with it, if it is refused. */
  List<Problem> add(Release release) throws Exception {
    List<Problem> problems = admit(release);
    if (problems.isEmpty()) {
      state.put(release.version(), release);
    }
    return problems;
  }

  private List<Problem> admit(Release release) {
    Admission admission = history.with(release);
    history = admission.history();
    return admission.problems();
  }

  /** Whether adding a release would change nothing. */
  boolean knows(Release release) {
    return history.releases().contains(release);
  }

  /** Whether an input was judged that a release not known then should have judged. */
  boolean isTooLate(Release release) {
    return release.effectiveAt() <= newestInputAt;
  }

  /**
   * The scorer for an input, by the release in force when Kafka got it.
   *
   * @param recordedAt epoch milliseconds
   */
  LeadScorer forInput(long recordedAt) {
    newestInputAt = Math.max(newestInputAt, recordedAt);
    return at(recordedAt);
  }

  /**
   * The scorer by the release in force.
   *
   * @param kafkaTime epoch milliseconds
   */
  LeadScorer at(long kafkaTime) {
    Release release = history.inForceAt(kafkaTime);
    if (release.version() != lastVersion || lastScorer == null) {
      lastScorer = scorer(release);
      lastVersion = release.version();
    }
    return lastScorer;
  }

  /**
   * Lets no lead be scored by an earlier release from now on, however old its next input is.
   *
   * @param version of a release
   */
  void raiseFloor(long version) {
    floor = Math.max(floor, version);
  }

  /** A scorer, or the one of the floor if that is newer. */
  LeadScorer notBelowFloor(LeadScorer scorer) {
    LeadScorer least = floor > scorer.model().version() ? of(floor) : null;
    return least == null ? scorer : least;
  }

  /**
   * The scorer that judges all leads in the end: by the newest release in effect, by the clock or
   * by the inputs.
   *
   * @param now epoch milliseconds
   */
  LeadScorer atEnd(long now) {
    return at(Math.max(now, newestInputAt));
  }

  /** When the release of a version took effect, epoch milliseconds. */
  long effectiveAt(long version) {
    return history.find(version).map(Release::effectiveAt).orElse(Long.MIN_VALUE);
  }

  /** Kafka time of the newest input judged, epoch milliseconds. */
  long newestInputAt() {
    return newestInputAt;
  }

  /** Whether there has been no other release than the one in force. */
  boolean isFirst() {
    return history.releases().size() == 1;
  }

  /** The scorer by the release of a version; null if there is no such release. */
  @Nullable LeadScorer of(long version) {
    LeadScorer known = scorers.get(version);
    return known == null ? history.find(version).map(this::scorer).orElse(null) : known;
  }

  private LeadScorer scorer(Release release) {
    LeadScorer scorer = scorers.computeIfAbsent(release.version(), version -> made(release));
    if (scorers.size() > SCORERS) {
      scorers.remove(scorers.keySet().iterator().next());
    }
    return scorer;
  }

  private LeadScorer made(Release release) {
    CompiledModel model = release.compile();
    return new LeadScorer(model.model(), model.classifier(), model.profilePolicy(), settings);
  }

  /**
   * Version of the release in force.
   *
   * @param kafkaTime epoch milliseconds
   */
  long versionAt(long kafkaTime) {
    return history.inForceAt(kafkaTime).version();
  }

  /** When another release comes into force after a moment; {@link Long#MAX_VALUE} for never. */
  long nextChangeAfter(long kafkaTime) {
    return history.nextChangeAfter(kafkaTime);
  }

  /** The version by which the latest input was judged, 0 before the first. */
  long versionInUse() {
    return lastVersion;
  }

  static String text(List<Problem> problems) {
    return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }
}
