package io.leadpulse.jobs.decode;

import io.leadpulse.jobs.record.SourceInput;
import java.io.Serializable;
import java.time.Duration;

/**
 * Judges a record's time by its Kafka timestamp, never by a clock, so that a replay judges alike.
 *
 * @param retention how old an engagement may be when it is recorded; {@link #KEEP_ALL} in replay,
 *     where old material is the point and decay alone decides
 */
public record TimeRules(Duration retention) implements Serializable {
  public static final Duration KEEP_ALL = Duration.ofMillis(Long.MAX_VALUE);

  /** What clocks of sources may be ahead of the broker's. */
  static final long MAX_AHEAD_MILLIS = Duration.ofMinutes(5).toMillis();

  /** Whether a record tells of what is over 5 minutes ahead of it, and so is refused. */
  public boolean isFromFuture(SourceInput input) {
    return isFromFuture(input.occurredAt(), input.recordedAt());
  }

  static boolean isFromFuture(long occurredAt, long recordedAt) {
    return occurredAt > recordedAt + MAX_AHEAD_MILLIS;
  }

  /**
   * Profiles, reports of sales and changes of identity do not expire: a hold of last year still
   * holds.
   */
  boolean isExpired(SourceInput input) {
    return input.source().isEngagement()
        && input.recordedAt() - input.occurredAt() > retention.toMillis();
  }
}
