package io.leadpulse.jobs.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.lead.Hours;
import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.engine.lead.ScoringSettings;
import io.leadpulse.engine.release.Release;
import io.leadpulse.jobs.oracle.LeadLog;
import io.leadpulse.jobs.oracle.LogShape;
import io.leadpulse.jobs.oracle.Oracle;
import io.leadpulse.jobs.oracle.Published;
import io.leadpulse.jobs.oracle.ShippedModel;
import io.leadpulse.jobs.oracle.Verdict;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.schemas.HotLeadAlert;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Random logs of leads, with restarts at other parallelisms and caches of all sizes, against a run
 * with neither. {@code -Drescale.seed=N} begins at another case, {@code -Drescale.cases=N} looks
 * longer.
 */
class RescaleTest {
  private static final long SEED = Long.getLong("rescale.seed", 20_260_302L);
  private static final int HEAP_CASES = Integer.getInteger("rescale.cases", 7);
  private static final int ROCKSDB_CASES = 2;
  private static final int WATERMARK_EVERY = 20;
  private static final long MAX_LATE = Inputs.HOUR;
  private static final LogShape SHAPE = new LogShape(20, 600, 40, MAX_LATE, true);

  /** Alerts around late events, and around profiles, depend on what was settled by then. */
  private static final LogShape IN_ORDER = new LogShape(20, 600, 40, 0, false);

  @TestFactory
  Stream<DynamicTest> endsLikeARunThatNothingInterrupted() {
    return Stream.concat(
        cases(Backend.HEAP, SEED, HEAP_CASES), cases(Backend.ROCKSDB, SEED + 1, ROCKSDB_CASES));
  }

  private static Stream<DynamicTest> cases(Backend backend, long from, int count) {
    return Stream.iterate(from, seed -> seed + 1)
        .limit(count)
        .map(seed -> DynamicTest.dynamicTest(backend + " " + seed, () -> check(seed, backend)));
  }

  private static void check(long seed, Backend backend) throws Exception {
    List<Release> releases = releases(seed);
    List<LeadInput> log = LeadLog.of(seed, isInOrder(seed) ? IN_ORDER : SHAPE);
    ScoreSettings settings = settings(seed, CacheSettings.OFF);
    ScoreSettings cached = settings(seed, Caches.ALL.get((int) (seed % Caches.ALL.size())));
    try (ScaledJob calm = new ScaledJob(settings, releases, Backend.HEAP);
        ScaledJob shaken = new ScaledJob(cached, releases, backend)) {
      for (int i = 0; i < log.size(); i++) {
        calm.take(log.get(i));
        shaken.take(log.get(i));
        if (i % WATERMARK_EVERY == WATERMARK_EVERY - 1) {
          calm.watermark(watermark(log, i));
          shaken.watermark(watermark(log, i));
          shaken.checkpoint();
        }
        shake(shaken, i, new SplittableRandom(seed ^ i));
      }
      calm.end();
      shaken.end();
      assertSame(shaken.published(), calm.published());
      Oracle oracle = new Oracle(releases, settings.scoring());
      assertLikeOracle(shaken, oracle, log, settings);
      if (isInOrder(seed)) {
        assertThat(Verdict.alertsOfRecords(shaken.published().alerts()))
            .isEqualTo(Verdict.alertsOfOracle(oracle.alerts()));
      }
    }
  }

  private static boolean isInOrder(long seed) {
    return seed % 4 == 0;
  }

  /** 1, 2, 4 and 1 subtask again, with crashes that change the number as well. */
  private static void shake(ScaledJob job, int i, SplittableRandom random) throws Exception {
    switch (i) {
      case 150 -> job.rescale(2);
      case 300 -> job.rescale(4);
      case 450 -> job.rescale(1);
      default -> {
        if (random.nextInt(150) == 0) {
          job.crash(1 + random.nextInt(4));
        }
      }
    }
  }

  private static void assertSame(Published shaken, Published calm) {
    assertThat(shaken.rows()).isEqualTo(calm.rows());
    assertThat(sorted(shaken.alerts())).isNotEmpty().isEqualTo(sorted(calm.alerts()));
    assertThat(shaken.suspects()).hasSameElementsAs(calm.suspects());
  }

  private static List<HotLeadAlert> sorted(List<HotLeadAlert> alerts) {
    return alerts.stream()
        .sorted(
            Comparator.comparing(HotLeadAlert::getMessageId)
                .thenComparing(HotLeadAlert::getOccurredAt))
        .toList();
  }

  /** Where there is an end, the scores; everywhere what became of each input. */
  private static void assertLikeOracle(
      ScaledJob job, Oracle oracle, List<LeadInput> log, ScoreSettings settings) {
    log.forEach(oracle::take);
    if (settings.hasEnd()) {
      oracle.end(settings.endHour());
      assertThat(Verdict.ofRecords(job.published().rows()))
          .isNotEmpty()
          .isEqualTo(Verdict.ofOracle(oracle.rows()));
    } else {
      int watermarks = log.size() / WATERMARK_EVERY;
      oracle.releaseClicks(watermark(log, watermarks * WATERMARK_EVERY - 1));
    }
    long total = 0;
    for (SourceTopic source : SourceTopic.values()) {
      for (Outcome outcome : Outcome.values()) {
        assertThat(job.count(source, outcome))
            .as("%s of %s", outcome, source)
            .isEqualTo(oracle.count(source, outcome));
        total += job.count(source, outcome);
      }
    }
    assertThat(total).isEqualTo(log.size());
  }

  private static long watermark(List<LeadInput> log, int upTo) {
    long newest = 0;
    for (LeadInput input : log.subList(0, upTo + 1)) {
      newest =
          input.source() == SourceTopic.LEAD_PROFILE
              ? newest
              : Math.max(newest, input.occurredAt());
    }
    return newest - MAX_LATE;
  }

  /** Half of the cases change the model on the way, the others have two scorecards and a gate. */
  private static List<Release> releases(long seed) {
    if (seed % 2 == 0) {
      return List.of(ShippedModel.release("two-teams"));
    }
    long halfway = LeadLog.recordedAt(SHAPE, SHAPE.inputs() / 2);
    return List.of(
        ShippedModel.release("b2b-japan"),
        ShippedModel.changed("b2b-japan", 2, halfway, "points: 15", "points: 25"));
  }

  /**
   * Half of the cases run to an end, where every lead is published once more; in the others a row
   * that was lost on the way stays lost.
   */
  private static ScoreSettings settings(long seed, CacheSettings cache) {
    int endHour = Hours.of(LeadLog.START + (SHAPE.days() + 2) * Inputs.DAY);
    return new ScoreSettings(
        TimeMode.REPLAY,
        seed % 4 < 2 ? endHour : ScoreSettings.NO_END,
        ScoringSettings.DEFAULT.toleranceMilli(),
        ScoringSettings.DEFAULT.dedupeWindowHours(),
        Duration.ofMillis(200),
        Duration.ZERO,
        50,
        cache,
        "test.");
  }
}
