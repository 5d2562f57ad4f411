package io.leadpulse.benchmarks.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SessionsTest {
  private static final int HITS = 200_000;
  private static final int RATE = 100;
  private static final long START = Instant.parse("2026-05-01T00:00:00Z").toEpochMilli();

  private final Sessions sessions =
      new Sessions(
          TrafficSettings.usual(
              1, new Audience(10_000, 0.8, 0), RATE, HITS, 200, Instant.ofEpochMilli(START)),
          new SplittableRandom(1));
  private final List<Hit> hits = hits();

  @Test
  void kindsAreMixedAsTheyShouldBe() {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    hits.forEach(hit -> counts.merge(hit.kind(), 1, Integer::sum));
    for (Kind kind : Kind.values()) {
      assertThat(counts.get(kind) * 100.0 / HITS)
          .as(kind.name())
          .isCloseTo(kind.percent(), withinPercentage(10));
    }
  }

  @Test
  void aSessionHasEightHitsOnAverage() {
    Map<Long, Integer> sizes = new HashMap<>();
    first(hits).forEach(hit -> sizes.merge(hit.session(), 1, Integer::sum));
    assertThat(sizes.values().stream().mapToInt(Integer::intValue).average().orElseThrow())
        .isBetween(7.0, 8.5);
    assertThat(sizes).containsValue(1);
    assertThat(sizes.values().stream().mapToInt(Integer::intValue).max().orElseThrow())
        .isGreaterThan(40);
  }

  @Test
  void hitsOfASessionAreTwentySecondsApart() {
    Map<Long, Long> last = new HashMap<>();
    List<Long> gaps = new ArrayList<>();
    for (Hit hit : onTime()) {
      Long before = last.put(hit.session(), hit.occurredAt());
      if (before != null) {
        gaps.add(hit.occurredAt() - before);
      }
    }
    gaps.sort(null);
    assertThat(gaps.get(0)).isGreaterThan(9_900);
    assertThat(gaps.get(gaps.size() / 2)).isBetween(19_000L, 22_000L);
  }

  @Test
  void timeGoesAtTheRate() {
    List<Hit> onTime = onTime();
    long span = onTime.get(onTime.size() - 1).occurredAt() - START;
    assertThat(HITS * 1_000.0 / span).isCloseTo(RATE, withinPercentage(5));
  }

  @Test
  void manySessionsAreOpenAtATimeFromTheBeginningOn() {
    assertThat(hits.subList(0, 2_000).stream().map(Hit::session).distinct().count())
        .isGreaterThan(1_000);
    assertThat(sessions.open()).isBetween(20 * RATE * 8 / 10, 20 * RATE * 13 / 10);
  }

  @Test
  void oneInAHundredIsSentTwice() {
    Set<Long> seen = new HashSet<>();
    long copies = hits.stream().filter(hit -> !seen.add(hit.event())).count();
    assertThat(copies * 100.0 / HITS).isBetween(0.85, 1.15);
  }

  @Test
  void someAreLateAndFewAreVeryLate() {
    long now = START;
    int late = 0;
    int veryLate = 0;
    for (Hit hit : first(hits)) {
      now = Math.max(now, hit.occurredAt());
      long delay = now - hit.occurredAt();
      veryLate += delay > 600_000 ? 1 : 0;
      late += delay > 1_000 && delay <= 600_000 ? 1 : 0;
      assertThat(delay).isLessThan(86_400_000);
    }
    assertThat(late * 100.0 / HITS).isBetween(4.5, 5.5);
    assertThat(veryLate * 100.0 / HITS).isBetween(0.4, 0.6);
  }

  private List<Hit> hits() {
    List<Hit> made = new ArrayList<>();
    for (int i = 0; i < HITS; i++) {
      made.add(sessions.next());
    }
    return made;
  }

  private static List<Hit> first(List<Hit> hits) {
    Set<Long> seen = new HashSet<>();
    return hits.stream().filter(hit -> seen.add(hit.event())).toList();
  }

  /** Those that bring time forward: neither late nor copies. */
  private List<Hit> onTime() {
    List<Hit> onTime = new ArrayList<>();
    long now = 0;
    for (Hit hit : first(hits)) {
      if (hit.occurredAt() >= now) {
        now = hit.occurredAt();
        onTime.add(hit);
      }
    }
    return onTime;
  }
}
