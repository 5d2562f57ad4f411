package io.leadpulse.engine.score;

import io.leadpulse.engine.model.Damper;

/** One damper of the model against one lead's touches. */
final class DamperView {
  final Damper damper;
  private final Tally touches = new Tally();
  private int[] days = new int[16];
  private boolean onProfile;

  DamperView(Damper damper) {
    this.damper = damper;
  }

  void clear(boolean activeOnProfile) {
    touches.clear();
    onProfile = activeOnProfile;
  }

  void append(Tally signalTouches) {
    touches.append(signalTouches);
  }

  void prepare(CivilCalendar calendar) {
    touches.sort();
    if (days.length < touches.size) {
      days = new int[touches.hours.length];
    }
    for (int i = 0; i < touches.size; i++) {
      days[i] = calendar.dayOf(touches.hours[i]);
    }
  }

  /** Whether the damper is on at an hour. */
  boolean isActive(int hour) {
    return damper.isOnProfile() ? onProfile : hour < end(hour);
  }

  /**
   * The first hour at which the touches up to {@code hour} keep the damper on no more, or {@code
   * Integer.MIN_VALUE} if they never switched it on.
   */
  int end(int hour) {
    int distinct = 0;
    int lastDay = Integer.MIN_VALUE;
    for (int i = touches.size - 1; i >= 0; i--) {
      if (touches.hours[i] > hour || days[i] == lastDay) {
        continue;
      }
      lastDay = days[i];
      distinct++;
      if (distinct == damper.days()) {
        return touches.hours[i] + damper.lastsHours();
      }
    }
    return Integer.MIN_VALUE;
  }
}
