package io.leadpulse.benchmarks.measure;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How many times one thing costs another, from pairs that were measured side by side.
 *
 * @param median of the pairs' ratios
 * @param low where the interval begins that the median lies in with 95 % confidence
 * @param high where it ends
 * @param pairs that were left after discarding
 */
public record Ratio(double median, double low, double high, int pairs) {
  private static final int SAMPLES = 10_000;
  private static final double CONFIDENCE = 0.95;

  /**
   * The interval is the percentile bootstrap: as many pairs are drawn from the pairs, with
   * replacement, the median is taken, 10,000 times over.
   *
   * @param ratios of the pairs, one or more
   * @param seed of the draws
   */
  public static Ratio of(double[] ratios, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] medians = new double[SAMPLES];
    double[] sample = new double[ratios.length];
    for (int i = 0; i < SAMPLES; i++) {
      for (int j = 0; j < sample.length; j++) {
        sample[j] = ratios[random.nextInt(ratios.length)];
      }
      medians[i] = Figures.median(sample);
    }
    Arrays.sort(medians);
    double cut = (1 - CONFIDENCE) / 2;
    return new Ratio(
        Figures.rounded(Figures.median(ratios)),
        Figures.rounded(medians[(int) (cut * SAMPLES)]),
        Figures.rounded(medians[(int) ((1 - cut) * SAMPLES) - 1]),
        ratios.length);
  }
}
