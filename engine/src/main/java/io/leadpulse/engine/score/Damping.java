package io.leadpulse.engine.score;

import io.leadpulse.engine.model.Damper;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The product of the dampers that are on, as one fraction that is floored once. */
final class Damping {
  private final int[] numerators;
  private final int[] denominators;
  private final String[] reasons;

  Damping(List<Damper> dampers) {
    numerators = dampers.stream().mapToInt(Damper::numerator).toArray();
    denominators = dampers.stream().mapToInt(Damper::denominator).toArray();
    reasons = dampers.stream().map(damper -> "damper:" + damper.id()).toArray(String[]::new);
  }

  /**
   * What dampers leave of a total.
   *
   * @param active bit {@code i} set while damper {@code i} is on
   * @param cuts receives what each of them took
   */
  long of(long total, long active, @Nullable List<Cut> cuts) {
    return fitsLong(active) ? inLongs(total, active, cuts) : inBigNumbers(total, active, cuts);
  }

  /** A factor is at most 1, so no product of numerators is greater than that of denominators. */
  private boolean fitsLong(long active) {
    long product = 1;
    for (long rest = active; rest != 0; rest &= rest - 1) {
      int denominator = denominators[Long.numberOfTrailingZeros(rest)];
      if (product > Long.MAX_VALUE / denominator) {
        return false;
      }
      product *= denominator;
    }
    return true;
  }

  private long inLongs(long total, long active, @Nullable List<Cut> cuts) {
    long numerator = 1;
    long denominator = 1;
    long left = total;
    for (long rest = active; rest != 0; rest &= rest - 1) {
      int damper = Long.numberOfTrailingZeros(rest);
      numerator *= numerators[damper];
      denominator *= denominators[damper];
      long after = Apportionment.mulDiv(total, numerator, denominator);
      note(damper, left - after, cuts);
      left = after;
    }
    return left;
  }

  private long inBigNumbers(long total, long active, @Nullable List<Cut> cuts) {
    BigInteger product = BigInteger.valueOf(total);
    BigInteger divisor = BigInteger.ONE;
    long left = total;
    for (long rest = active; rest != 0; rest &= rest - 1) {
      int damper = Long.numberOfTrailingZeros(rest);
      product = product.multiply(BigInteger.valueOf(numerators[damper]));
      divisor = divisor.multiply(BigInteger.valueOf(denominators[damper]));
      long after = product.divide(divisor).longValueExact();
      note(damper, left - after, cuts);
      left = after;
    }
    return left;
  }

  private void note(int damper, long taken, @Nullable List<Cut> cuts) {
    if (cuts != null && taken > 0) {
      cuts.add(new Cut(reasons[damper], taken));
    }
  }
}
