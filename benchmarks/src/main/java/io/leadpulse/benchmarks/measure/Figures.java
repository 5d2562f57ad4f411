package io.leadpulse.benchmarks.measure;

import java.util.Arrays;

/** Arithmetic of figures. */
public final class Figures {
  private static final double THOUSAND = 1_000;

  private Figures() {}

  /** To three places, which is more than any of them is good for. */
  public static double rounded(double value) {
    return Math.round(value * THOUSAND) / THOUSAND;
  }

  /**
   * @param values one or more, in any order
   */
  public static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
