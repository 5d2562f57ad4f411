package io.leadpulse.engine.score;

import io.leadpulse.engine.model.Decay;
import java.math.BigInteger;

/**
 * The sum of decayed touches of one signal, in fixed point and 128 bits, turned into milli-points
 * by one rounding.
 *
 * <p>Touches before {@code k} marks count {@code keep^k}; the sums for each {@code k} are kept
 * apart so that the rounding still happens once.
 */
final class DecayedSum {
  /** A signal's milli-points saturate here; 20,000 such signals still add up in a long. */
  static final long LIMIT = 100_000_000_000_000L;

  /** Marks beyond this number change nothing more. */
  static final int MAX_LOSSES = 15;

  private static final long FRACTION = (1L << Decay.SCALE) - 1;
  private static final long HALF = 1L << (Decay.SCALE - 1);
  private static final BigInteger THOUSAND = BigInteger.valueOf(1_000);

  private final long[] whole = new long[MAX_LOSSES + 1];
  private final long[] fraction = new long[MAX_LOSSES + 1];
  private int mostLosses;

  void clear() {
    for (int k = 0; k <= mostLosses; k++) {
      whole[k] = 0;
      fraction[k] = 0;
    }
    mostLosses = 0;
  }

  void add(int count, int factor, int losses) {
    long product = (long) count * factor;
    whole[losses] += product >>> Decay.SCALE;
    fraction[losses] += product & FRACTION;
    mostLosses = Math.max(mostLosses, losses);
  }

  /**
   * Adds up touches before no mark, which nearly all are, and values them.
   *
   * @param from the first touch, up to {@code to}
   */
  static long worth(Tally touches, int from, int to, Decay decay, int hour, long points) {
    long whole = 0;
    long fraction = 0;
    for (int t = from; t < to; t++) {
      long product = (long) touches.counts[t] * decay.factor((long) hour - touches.hours[t]);
      whole += product >>> Decay.SCALE;
      fraction += product & FRACTION;
    }
    return points == 0 ? 0 : timesUnlost(points, whole, fraction);
  }

  /** {@code round_half_up(points * sum / 2^30)}, at most {@link #LIMIT}. */
  long times(long points, int keepMilli) {
    if (points == 0) {
      return 0;
    }
    return mostLosses == 0
        ? timesUnlost(points, whole[0], fraction[0])
        : timesKept(points, keepMilli);
  }

  private static long timesUnlost(long points, long whole, long fraction) {
    long high = whole + (fraction >>> Decay.SCALE);
    long low = fraction & FRACTION;
    if (high > LIMIT / points) {
      return LIMIT;
    }
    return Math.min(LIMIT, points * high + ((points * low + HALF) >> Decay.SCALE));
  }

  private long timesKept(long points, int keepMilli) {
    BigInteger sum = BigInteger.ZERO;
    BigInteger keep = BigInteger.valueOf(keepMilli);
    for (int k = 0; k <= mostLosses; k++) {
      BigInteger lane =
          BigInteger.valueOf(whole[k]).shiftLeft(Decay.SCALE).add(BigInteger.valueOf(fraction[k]));
      sum = sum.add(lane.multiply(keep.pow(k)).multiply(THOUSAND.pow(mostLosses - k)));
    }
    BigInteger divisor = THOUSAND.pow(mostLosses).shiftLeft(Decay.SCALE);
    BigInteger twice = sum.multiply(BigInteger.valueOf(2 * points)).add(divisor);
    BigInteger rounded = twice.divide(divisor.shiftLeft(1));
    return rounded.min(BigInteger.valueOf(LIMIT)).longValueExact();
  }
}
