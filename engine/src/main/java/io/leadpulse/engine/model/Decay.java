package io.leadpulse.engine.model;

import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Exponential decay in fixed point: {@code factor(age) = round(2^30 * 2^(-age / halfLife))}, zero
 * beyond {@code min(5 * halfLife, retention)}.
 */
public final class Decay {
  /** Binary digits behind the point of a factor. */
  public static final int SCALE = 30;

  private static final int HALF_LIVES = 5;

  /**
   * The factors by half-life, as far as anybody has needed them: they take long to work out, and
   * are the same for every model.
   */
  private static final ConcurrentMap<Integer, SoftReference<int[]>> TABLES =
      new ConcurrentHashMap<>();

  private final int halfLifeHours;
  private final int lastAge;

  /** At least up to the last age; shared. */
  private final int[] factors;

  /**
   * @param halfLifeHours at least 1
   * @param retentionHours at least 1
   */
  public Decay(int halfLifeHours, int retentionHours) {
    this.halfLifeHours = halfLifeHours;
    lastAge = (int) Math.min((long) HALF_LIVES * halfLifeHours, retentionHours);
    factors = table(halfLifeHours, lastAge);
  }

  private static int[] table(int halfLifeHours, int lastAge) {
    SoftReference<int[]> known = TABLES.get(halfLifeHours);
    int[] table = known == null ? null : known.get();
    if (table == null || table.length <= lastAge) {
      table = longer(table == null ? new int[0] : table, halfLifeHours, lastAge);
      TABLES.put(halfLifeHours, new SoftReference<>(table));
    }
    return table;
  }

  private static int[] longer(int[] table, int halfLifeHours, int lastAge) {
    int[] factors = Arrays.copyOf(table, lastAge + 1);
    for (int age = table.length; age <= lastAge; age++) {
      double exact = StrictMath.pow(2, -(double) age / halfLifeHours) * (1L << SCALE);
      factors[age] = (int) StrictMath.floor(exact + 0.5);
    }
    return factors;
  }

  public int halfLifeHours() {
    return halfLifeHours;
  }

  /** The age in hours after which nothing is left. */
  public int lastAge() {
    return lastAge;
  }

  /** The factor at an age in hours; zero for a negative age, which lies in the future. */
  public int factor(long age) {
    return age >= 0 && age <= lastAge ? factors[(int) age] : 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Decay that
        && halfLifeHours == that.halfLifeHours
        && lastAge == that.lastAge;
  }

  @Override
  public int hashCode() {
    return 31 * halfLifeHours + lastAge;
  }
}
