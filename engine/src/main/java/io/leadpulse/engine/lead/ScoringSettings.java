package io.leadpulse.engine.lead;

/**
 * What a deployment decides about scoring, apart from the model.
 *
 * @param toleranceMilli how far a published intent may be off the true one, in milli-points; 0
 *     publishes every change
 * @param dedupeWindowHours how long copies of an event may come, in hours of Kafka time
 * @param byEventTime time goes on with the events, as in a replay, and not with Kafka's records
 */
public record ScoringSettings(long toleranceMilli, int dedupeWindowHours, boolean byEventTime) {
  public static final ScoringSettings DEFAULT = new ScoringSettings(1_000, 7 * 24);

  /** The same in a replay. */
  public static final ScoringSettings REPLAY = new ScoringSettings(1_000, 7 * 24, true);

  /** Settings of live operation. */
  public ScoringSettings(long toleranceMilli, int dedupeWindowHours) {
    this(toleranceMilli, dedupeWindowHours, false);
  }

  public ScoringSettings {
    if (toleranceMilli < 0) {
      throw new IllegalArgumentException("tolerance must be 0 or more, is " + toleranceMilli);
    }
    if (dedupeWindowHours < 1) {
      throw new IllegalArgumentException("window must be 1 h or more, is " + dedupeWindowHours);
    }
  }
}
