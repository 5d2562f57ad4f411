package io.leadpulse.engine.model;

import java.util.List;

/**
 * A factor on the whole intent while a condition holds: either a CEL condition over the profile, or
 * touches of signals on enough days within a span.
 *
 * @param numerator of the factor; the factor is at most 1
 * @param denominator of the factor, at least 1
 * @param muted ids of categories that count nothing meanwhile
 * @param when CEL over {@code profile}, empty if signals decide
 * @param signals indexes of the deciding signals, empty if the profile decides
 * @param days distinct civil days with a touch that are needed
 * @param lastsHours how long a touch counts for this, at most the retention
 */
public record Damper(
    int index,
    String id,
    int numerator,
    int denominator,
    List<String> muted,
    String when,
    List<Integer> signals,
    int days,
    int lastsHours,
    Text label) {
  public Damper {
    muted = List.copyOf(muted);
    signals = List.copyOf(signals);
  }

  public boolean isOnProfile() {
    return !when.isEmpty();
  }
}
