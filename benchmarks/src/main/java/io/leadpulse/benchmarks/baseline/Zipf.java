package io.leadpulse.benchmarks.baseline;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws numbers from 0, the n-th with a weight of 1/n: few leads are busy, most are rarely seen.
 */
final class Zipf {
  private final double[] cumulated;

  Zipf(int size) {
    cumulated = new double[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += 1.0 / (i + 1);
      cumulated[i] = sum;
    }
  }

  int draw(SplittableRandom random) {
    double point = random.nextDouble() * cumulated[cumulated.length - 1];
    int found = Arrays.binarySearch(cumulated, point);
    return Math.min(cumulated.length - 1, found < 0 ? -found - 1 : found + 1);
  }
}
