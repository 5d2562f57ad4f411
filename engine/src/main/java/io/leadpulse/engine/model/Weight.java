package io.leadpulse.engine.model;

/**
 * What one touch of a signal is worth on a scorecard.
 *
 * @param points milli-points of a fresh touch, 0 or more
 * @param decay how it fades
 * @param perDay touches counted per civil day, earliest hours first; {@link #UNLIMITED} for all
 * @param category index into {@link Scorecard#categories()}
 */
public record Weight(long points, Decay decay, int perDay, int category) {
  public static final int UNLIMITED = Integer.MAX_VALUE;
}
