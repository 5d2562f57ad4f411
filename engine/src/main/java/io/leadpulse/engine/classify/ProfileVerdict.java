package io.leadpulse.engine.classify;

import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Fit;
import java.util.List;

/**
 * What a model says of a profile.
 *
 * @param exclusion as the profile states it, whether the model heeds it or not
 * @param activeDampers bit {@code i} set while damper {@code i} on the profile is active
 * @param failedGates per scorecard, bit {@code i} set where gate {@code i} does not hold
 */
public record ProfileVerdict(
    Fit fit, Exclusion exclusion, long activeDampers, List<Long> failedGates) {
  public ProfileVerdict {
    failedGates = List.copyOf(failedGates);
  }
}
