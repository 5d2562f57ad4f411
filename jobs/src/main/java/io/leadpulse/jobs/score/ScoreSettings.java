package io.leadpulse.jobs.score;

import io.leadpulse.engine.lead.ScoringSettings;
import java.io.Serializable;
import java.time.Duration;

/**
 * What a deployment decides about scoring leads, the model apart.
 *
 * @param time belongs to the state: a savepoint of one mode is not to be restored in the other,
 *     whose time its timers do not know
 * @param endHour hours since the epoch at which a bounded replay judges every lead once more, and
 *     beyond which no timer fires; {@link #NO_END} for none
 * @param toleranceMilli how far a published intent may be off the true one, in milli-points
 * @param dedupeWindowHours how long copies of an event may come, in hours of Kafka time
 * @param emitInterval how long changes of one score are gathered before the row is written; below a
 *     millisecond every change is written at once
 * @param holdLimit how long timers are held back at most after a start: a source that never catches
 *     up must not keep leads from cooling for ever
 * @param rescoreShare percent of a subtask's time that bringing leads under another release may
 *     take, 1 to 100
 * @param cache of leads, in front of the state backend
 * @param topicPrefix of this installation, with its dot
 */
public record ScoreSettings(
    TimeMode time,
    int endHour,
    long toleranceMilli,
    int dedupeWindowHours,
    Duration emitInterval,
    Duration holdLimit,
    int rescoreShare,
    CacheSettings cache,
    String topicPrefix)
    implements Serializable {
  public static final int NO_END = Integer.MAX_VALUE;

  public ScoreSettings {
    if (time == TimeMode.LIVE && endHour != NO_END) {
      throw new IllegalArgumentException("live time has no end; it is " + endHour);
    }
    if (emitInterval.isNegative()) {
      throw new IllegalArgumentException("emit interval must be 0 or more, is " + emitInterval);
    }
    if (holdLimit.isNegative()) {
      throw new IllegalArgumentException("hold limit must be 0 or more, is " + holdLimit);
    }
    if (rescoreShare < 1 || rescoreShare > 100) {
      throw new IllegalArgumentException("rescore share must be 1 to 100, is " + rescoreShare);
    }
  }

  boolean hasEnd() {
    return endHour != NO_END;
  }

  ScoringSettings scoring() {
    return new ScoringSettings(toleranceMilli, dedupeWindowHours, time == TimeMode.REPLAY);
  }
}
