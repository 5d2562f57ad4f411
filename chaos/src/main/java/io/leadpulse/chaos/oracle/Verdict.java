package io.leadpulse.chaos.oracle;

import java.util.Map;
import java.util.TreeMap;

/**
 * What the last row of a lead says on one scorecard, by what is compared of it.
 *
 * @param intent milli-points
 * @param contributions milli-points by signal
 */
public record Verdict(long intent, Map<String, Long> contributions, boolean hot) {
  /** What a missing row means. */
  public static final Verdict NOTHING = new Verdict(0, Map.of(), false);

  public Verdict {
    contributions = Map.copyOf(contributions);
  }

  @Override
  public String toString() {
    return intent + (hot ? " HOT " : " ") + new TreeMap<>(contributions);
  }
}
