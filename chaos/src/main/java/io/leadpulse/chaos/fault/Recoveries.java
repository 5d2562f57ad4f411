package io.leadpulse.chaos.fault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How long it took from a fault to the next output committed, in milliseconds.
 *
 * @param p50 half of them took no longer
 * @param p99 all but one in a hundred took no longer
 */
public record Recoveries(long p50, long p99, long max) {

  public static Recoveries of(List<Long> millis) {
    if (millis.isEmpty()) {
      return new Recoveries(0, 0, 0);
    }
    List<Long> sorted = new ArrayList<>(millis);
    Collections.sort(sorted);
    return new Recoveries(rank(sorted, 50), rank(sorted, 99), sorted.get(sorted.size() - 1));
  }

  /** The nearest rank. */
  private static long rank(List<Long> sorted, int percent) {
    return sorted.get((sorted.size() * percent + 99) / 100 - 1);
  }
}
