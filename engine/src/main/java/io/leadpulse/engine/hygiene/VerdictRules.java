package io.leadpulse.engine.hygiene;

import java.time.Duration;

/**
 * What a model decides about verdicts.
 *
 * @param floodPerDay engagements of one lead in a civil day, above which those that are not human
 *     are suspects; 1 or more
 * @param quarantineMillis how long a click waits before it counts, 0 or more
 */
public record VerdictRules(int floodPerDay, long quarantineMillis) {
  /** 200 a day, 15 s: the defaults of a model that does not say. */
  public static final VerdictRules DEFAULT =
      new VerdictRules(200, Duration.ofSeconds(15).toMillis());

  public VerdictRules {
    if (floodPerDay < 1 || quarantineMillis < 0) {
      throw new IllegalArgumentException(
          "flood must be 1 or more and quarantine 0 or more, are %d and %d"
              .formatted(floodPerDay, quarantineMillis));
    }
  }
}
