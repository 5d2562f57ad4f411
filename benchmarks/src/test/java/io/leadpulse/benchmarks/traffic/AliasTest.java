package io.leadpulse.benchmarks.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AliasTest {
  private static final int DRAWS = 1_000_000;

  @Test
  void drawsByZipfsLaw() {
    int[] counts = draws(1_000, 0.8);
    // The sum of n^-0.8 up to 1,000 is 15.57.
    assertThat(counts[0]).isBetween(63_000, 65_500);
    assertThat(counts[9]).isBetween(9_800, 10_550);
    assertThat(counts[99]).isBetween(1_480, 1_750);
    assertThat(counts[999]).isBetween(190, 325);
  }

  @Test
  void drawsAllAlikeWithoutAnExponent() {
    for (int count : draws(10, 0)) {
      assertThat(count).isBetween(98_500, 101_500);
    }
  }

  @Test
  void drawsTheOnlyOne() {
    assertThat(draws(1, 0.8)).containsExactly(DRAWS);
  }

  private static int[] draws(int size, double s) {
    Alias alias = new Alias(size, s);
    SplittableRandom random = new SplittableRandom(1);
    int[] counts = new int[size];
    for (int i = 0; i < DRAWS; i++) {
      counts[alias.draw(random)]++;
    }
    return counts;
  }
}
