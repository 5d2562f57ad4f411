package io.leadpulse.engine.model;

import java.util.List;

/**
 * The derived signal {@code return}: one on each day with a touch of the listed signals that
 * follows another such day.
 *
 * @param of indexes of the signals watched
 * @param withinDays how many days back the earlier day may lie, at least 1
 */
public record ReturnRule(List<Integer> of, int withinDays) {
  public ReturnRule {
    of = List.copyOf(of);
  }
}
