package io.leadpulse.jobs.score;

import io.leadpulse.engine.lead.Hours;
import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.model.StableHash;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.KeyContext;

/**
 * One timer per lead, at the hour when silence alone changes something; the lead's hash spreads
 * them over the hour.
 *
 * <p>A timer is never deleted. An event that brings the hour forward registers an earlier one, and
 * the one left behind finds nothing to do when it fires: both are rare, a deletion per event is
 * not.
 */
final class LeadTimers {
  /** What is registered for a lead without a timer. */
  private static final int NONE = Integer.MAX_VALUE;

  /** How long a timer that fires during a backlog is put off: one to two of it, spread. */
  static final long PUT_OFF_MILLIS = 30_000;

  private final InternalTimerService<VoidNamespace> service;
  private final KeyContext keys;
  private final ScoreSettings settings;
  private final BacklogHold hold;
  private final Foresight foresight;
  private final ScoreMetrics metrics;

  LeadTimers(
      InternalTimerService<VoidNamespace> service,
      KeyContext keys,
      ScoreSettings settings,
      BacklogHold hold,
      Foresight foresight,
      ScoreMetrics metrics) {
    this.service = service;
    this.keys = keys;
    this.settings = settings;
    this.hold = hold;
    this.foresight = foresight;
    this.metrics = metrics;
  }

  /** The hour at which silence alone changes a lead. */
  int nextDue(String leadId, LeadState state) {
    return foresight.nextDue(leadId, state);
  }

  /** Registers a timer if the lead is due earlier than the one it has; notes it in the state. */
  void register(String leadId, LeadState state) {
    int due = foresight.nextDue(leadId, state);
    if (due >= state.timerHour() || due > settings.endHour()) {
      return;
    }
    state.timerHour(due);
    register(leadId, Hours.startMillis(due) + spread(leadId, Hours.MILLIS));
  }

  /**
   * Registers a timer at which a click has waited long enough.
   *
   * @param until epoch milliseconds
   */
  void hold(String leadId, long until) {
    if (Hours.of(until) > settings.endHour()) {
      return;
    }
    register(leadId, until);
  }

  /**
   * Deletes the timers of a lead that is to be forgotten, those too that were left behind: all are
   * in the same moment of their hours. Of a click that waits, and of a backlog, they are gone
   * within a minute.
   *
   * @param horizonHours how far ahead a timer may be
   */
  void forget(String leadId, int horizonHours) {
    if (settings.time() == TimeMode.REPLAY) {
      return;
    }
    select(leadId);
    int now = Hours.of(service.currentProcessingTime());
    long moment = spread(leadId, Hours.MILLIS);
    for (int hour = now; hour <= now + horizonHours + 1; hour++) {
      service.deleteProcessingTimeTimer(VoidNamespace.INSTANCE, Hours.startMillis(hour) + moment);
    }
  }

  private void select(String leadId) {
    if (!leadId.equals(keys.getCurrentKey())) {
      keys.setCurrentKey(leadId);
    }
  }

  private void register(String leadId, long time) {
    select(leadId);
    if (settings.time() == TimeMode.REPLAY) {
      service.registerEventTimeTimer(VoidNamespace.INSTANCE, time);
    } else {
      service.registerProcessingTimeTimer(VoidNamespace.INSTANCE, time);
    }
    metrics.timerRegistered();
  }

  /**
   * Puts off the timer that fires if the source still reads a backlog; needs no state for it.
   *
   * @return whether it did
   */
  boolean putOff(String leadId) {
    long now = service.currentProcessingTime();
    if (settings.time() == TimeMode.REPLAY || hold.isOver(now)) {
      return false;
    }
    long time = now + PUT_OFF_MILLIS + spread(leadId, PUT_OFF_MILLIS);
    service.registerProcessingTimeTimer(VoidNamespace.INSTANCE, time);
    metrics.timerHeld();
    return true;
  }

  /**
   * Takes note that a timer fired; any that was to fire before it has fired too.
   *
   * @return whether it was the one that the state knows of
   */
  static boolean clear(LeadState state, long firedAt) {
    boolean known = state.timerHour() <= Hours.of(firedAt);
    if (known) {
      state.timerHour(NONE);
    }
    return known;
  }

  /** Whether a timer lies beyond the end of the replay, where none counts. */
  boolean isAfterEnd(long firedAt) {
    return Hours.of(firedAt) > settings.endHour();
  }

  /** The Kafka time whose release judges a lead that a timer settles. */
  long judgedAt(LeadState state) {
    return settings.time() == TimeMode.REPLAY
        ? state.recordedAt()
        : service.currentProcessingTime();
  }

  /** The time up to which a timer that fires settles its lead, epoch milliseconds. */
  long settleTime(long firedAt) {
    return settings.time() == TimeMode.REPLAY
        ? firedAt
        : Math.max(firedAt, service.currentProcessingTime());
  }

  private static long spread(String leadId, long range) {
    return Math.floorMod(StableHash.of64(leadId), range);
  }
}
