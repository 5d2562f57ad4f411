package io.leadpulse.engine.score;

import java.math.BigInteger;
import java.util.Arrays;

/** Shares a whole out over parts by largest remainder, so that the shares add up to it exactly. */
final class Apportionment {
  private Apportionment() {}

  /**
   * Scales parts down to a target sum.
   *
   * @param parts shares before, 0 or more; replaced by the shares after
   * @param size how many of them there are
   * @param sum of the parts
   * @param target sum wanted, 0 to {@code sum}
   * @param ranks order in which equal remainders get the odd units, by part
   */
  static void scale(long[] parts, int size, long sum, long target, int[] ranks) {
    if (target == sum) {
      return;
    }
    if (target == 0) {
      Arrays.fill(parts, 0, size, 0);
      return;
    }
    long[] remainders = new long[size];
    long given = 0;
    for (int i = 0; i < size; i++) {
      long part = parts[i];
      long share = mulDiv(part, target, sum);
      remainders[i] = mulMod(part, target, sum);
      parts[i] = share;
      given += share;
    }
    for (long odd = target - given; odd > 0; odd--) {
      int best = largest(remainders, size, ranks);
      parts[best]++;
      remainders[best] = -1;
    }
  }

  private static int largest(long[] remainders, int size, int[] ranks) {
    int best = 0;
    for (int i = 1; i < size; i++) {
      boolean larger = remainders[i] > remainders[best];
      boolean tieWon = remainders[i] == remainders[best] && ranks[i] < ranks[best];
      if (larger || tieWon) {
        best = i;
      }
    }
    return best;
  }

  /** {@code floor(a * b / c)} without overflow of the product. */
  static long mulDiv(long a, long b, long c) {
    long product = a * b;
    if (product >= 0 && Math.multiplyHigh(a, b) == 0) {
      return product / c;
    }
    return BigInteger.valueOf(a)
        .multiply(BigInteger.valueOf(b))
        .divide(BigInteger.valueOf(c))
        .longValueExact();
  }

  private static long mulMod(long a, long b, long c) {
    long product = a * b;
    if (product >= 0 && Math.multiplyHigh(a, b) == 0) {
      return product % c;
    }
    return BigInteger.valueOf(a)
        .multiply(BigInteger.valueOf(b))
        .mod(BigInteger.valueOf(c))
        .longValueExact();
  }
}
