package io.leadpulse.benchmarks.traffic;

import java.util.SplittableRandom;

/**
 * Draws numbers from 0, the n-th with a weight of {@code 1 / (n + 1)^s}, in constant time: Zipf's
 * law by Vose's alias method. With {@code s} = 0 all are as likely.
 */
final class Alias {
  private final double[] share;
  private final int[] other;

  /**
   * @param size how many numbers there are, 1 or more
   * @param s Zipf's exponent, 0 or more
   */
  Alias(int size, double s) {
    share = new double[size];
    other = new int[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      share[i] = Math.pow(i + 1, -s);
      sum += share[i];
    }
    for (int i = 0; i < size; i++) {
      share[i] *= size / sum;
      other[i] = i;
    }
    level();
  }

  /**
   * Fills each place that has less than its share from one that has more. The weights fall, so the
   * places with less are those from some point on, and stay in order as the richest one is used up.
   */
  private void level() {
    int[] stack = new int[share.length];
    int poor = 0;
    int rich = share.length;
    for (int i = 0; i < share.length; i++) {
      if (share[i] < 1) {
        stack[poor++] = i;
      } else {
        stack[--rich] = i;
      }
    }
    while (poor > 0 && rich < stack.length) {
      int small = stack[--poor];
      int large = stack[rich];
      other[small] = large;
      share[large] -= 1 - share[small];
      if (share[large] < 1) {
        rich++;
        stack[poor++] = large;
      }
    }
  }

  int draw(SplittableRandom random) {
    int place = random.nextInt(share.length);
    return random.nextDouble() < share[place] ? place : other[place];
  }
}
