package io.leadpulse.engine.model;

import java.util.List;

/**
 * The derived signal {@code return}: one on each day with a touch of the listed signals that
 * follows another such day.
 *
 * @param of indexes of the signals watched
 * @param withinDays how many days back the earlier day may lie, 1 to {@link #MAX_WITHIN_DAYS}
 */
public record ReturnRule(List<Integer> of, int withinDays) {
  /** The longest look-back of a derived signal. */
  public static final int MAX_WITHIN_DAYS = 30;

  public ReturnRule {
    of = List.copyOf(of);
  }
}
