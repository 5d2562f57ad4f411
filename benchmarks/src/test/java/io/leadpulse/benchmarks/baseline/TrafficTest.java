package io.leadpulse.benchmarks.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TrafficTest {
  private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherOneDoesNot() {
    assertThat(digest(1, START)).isEqualTo(digest(1, START));
    assertThat(digest(1, START)).isNotEqualTo(digest(2, START));
    assertThat(digest(1, START)).isNotEqualTo(digest(1, START.plusSeconds(1)));
  }

  @Test
  void fewLeadsAreBusy() {
    Zipf zipf = new Zipf(1_000);
    SplittableRandom random = new SplittableRandom(1);
    Map<Integer, Integer> draws = new HashMap<>();
    for (int i = 0; i < 100_000; i++) {
      draws.merge(zipf.draw(random), 1, Integer::sum);
    }
    // The sum of 1/n up to 1,000 is 7.49.
    assertThat(draws.get(0)).isBetween(12_800, 13_900);
    assertThat(draws.get(9)).isBetween(1_150, 1_550);
    assertThat(draws.keySet()).allMatch(lead -> lead >= 0 && lead < 1_000);
  }

  private static String digest(long seed, Instant start) {
    Traffic traffic = new Traffic(seed, 100, "leadpulse.", 4, start);
    for (int i = 0; i < 1_000; i++) {
      traffic.next();
    }
    return traffic.digest();
  }
}
