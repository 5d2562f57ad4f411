package io.leadpulse.engine.score;

import java.util.List;

/**
 * A lead's score on one scorecard at one hour, with its explanation.
 *
 * @param hour since the epoch
 * @param intent milli-points; the contributions add up to it exactly
 * @param contributions of all signals that had any points, greatest first
 * @param cuts what caps and dampers took
 * @param distinctSignals signals that contribute
 * @param humanSignals of these, those that a machine cannot fake
 * @param velocityMilli 1,000 in a steady state; see {@link Appraisal#velocityMilli}
 */
public record Score(
    int hour,
    long intent,
    List<Contribution> contributions,
    List<Cut> cuts,
    int distinctSignals,
    int humanSignals,
    long velocityMilli) {
  private static final long SURGE_VELOCITY_MILLI = 4_000;
  private static final int SURGE_SIGNALS = 3;

  public Score {
    contributions = List.copyOf(contributions);
    cuts = List.copyOf(cuts);
  }

  /** What it rests on. */
  public Support support() {
    return new Support(distinctSignals, humanSignals);
  }

  /** Whether interest rises steeply: velocity of 4 or more over at least 3 signals. */
  public boolean isSurge() {
    return velocityMilli >= SURGE_VELOCITY_MILLI && distinctSignals >= SURGE_SIGNALS;
  }
}
