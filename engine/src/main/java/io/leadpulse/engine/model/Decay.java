package io.leadpulse.engine.model;

/**
 * Exponential decay in fixed point: {@code factor(age) = round(2^30 * 2^(-age / halfLife))}, zero
 * beyond {@code min(5 * halfLife, retention)}.
 */
public final class Decay {
  /** Binary digits behind the point of a factor. */
  public static final int SCALE = 30;

  private static final int HALF_LIVES = 5;

  private final int halfLifeHours;
  private final int[] factors;

  /**
   * @param halfLifeHours at least 1
   * @param retentionHours at least 1
   */
  public Decay(int halfLifeHours, int retentionHours) {
    this.halfLifeHours = halfLifeHours;
    int last = (int) Math.min((long) HALF_LIVES * halfLifeHours, retentionHours);
    factors = new int[last + 1];
    for (int age = 0; age <= last; age++) {
      double exact = StrictMath.pow(2, -(double) age / halfLifeHours) * (1L << SCALE);
      factors[age] = (int) StrictMath.floor(exact + 0.5);
    }
  }

  public int halfLifeHours() {
    return halfLifeHours;
  }

  /** The age in hours after which nothing is left. */
  public int lastAge() {
    return factors.length - 1;
  }

  /** The factor at an age in hours; zero for a negative age, which lies in the future. */
  public int factor(long age) {
    return age >= 0 && age < factors.length ? factors[(int) age] : 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Decay that
        && halfLifeHours == that.halfLifeHours
        && factors.length == that.factors.length;
  }

  @Override
  public int hashCode() {
    return 31 * halfLifeHours + factors.length;
  }
}
