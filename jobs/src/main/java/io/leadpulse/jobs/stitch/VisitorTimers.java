package io.leadpulse.jobs.stitch;

import io.leadpulse.engine.identity.VisitorPolicy;
import io.leadpulse.engine.model.StableHash;
import io.leadpulse.jobs.record.VisitorInput;
import io.leadpulse.jobs.score.TimeMode;
import java.time.Duration;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimerService;

/**
 * One timer per visitor, for the day on which a visitor who stayed away is forgotten; the hash of
 * the visitor spreads them over the day.
 *
 * <p>Registered with the first thing that comes of a visitor and never touched again: when it fires
 * for one who came back meanwhile, the next is registered. In live time it fires by the clock but
 * counts only if Kafka's time has come as far: while a backlog is read, what it holds of a visitor
 * may still come.
 */
final class VisitorTimers {
  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

  /** The day on which a visitor was seen counts for nothing: it may have been at its end. */
  private static final int SILENT_DAYS = (int) VisitorPolicy.LOOK_BACK.toDays() + 1;

  private final InternalTimerService<VoidNamespace> service;
  private final TimeMode time;
  private final StitchMetrics metrics;

  VisitorTimers(InternalTimerService<VoidNamespace> service, TimeMode time, StitchMetrics metrics) {
    this.service = service;
    this.time = time;
    this.metrics = metrics;
  }

  /**
   * The day since the epoch on which an input makes its visitor seen: in live time that of Kafka,
   * in replay that of the event.
   */
  int dayOf(VisitorInput input) {
    long seen = time == TimeMode.REPLAY ? input.occurredAt() : input.recordedAt();
    return (int) Math.floorDiv(seen, DAY_MILLIS);
  }

  /**
   * Whether a visitor is to be forgotten whose timer fires.
   *
   * @param firedAt the timer's own time, epoch milliseconds
   */
  boolean isOver(String visitorId, int lastDay, long firedAt) {
    long reached = time == TimeMode.REPLAY ? firedAt : service.currentWatermark();
    return end(visitorId, lastDay) <= reached;
  }

  private static long end(String visitorId, int lastDay) {
    return (lastDay + SILENT_DAYS) * DAY_MILLIS
        + Math.floorMod(StableHash.of64(visitorId), DAY_MILLIS);
  }

  /** Registers the timer of the visitor who is the current key. */
  void register(String visitorId, int lastDay) {
    long end = end(visitorId, lastDay);
    if (time == TimeMode.REPLAY) {
      service.registerEventTimeTimer(VoidNamespace.INSTANCE, end);
    } else {
      long soonest = service.currentProcessingTime() + DAY_MILLIS;
      service.registerProcessingTimeTimer(VoidNamespace.INSTANCE, Math.max(end, soonest));
    }
    metrics.timerRegistered();
  }
}
