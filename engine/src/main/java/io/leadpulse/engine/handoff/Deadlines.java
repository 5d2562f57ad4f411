package io.leadpulse.engine.handoff;

import java.time.Duration;

/**
 * By when sales has to do what, in business time.
 *
 * @param acceptDays business days from the release until somebody accepts
 * @param meetingDays business days from the acceptance until a meeting
 * @param feedbackDays business days from the release until anything but an acceptance is reported
 * @param warnBefore business time before a deadline at which somebody is warned
 */
public record Deadlines(int acceptDays, int meetingDays, int feedbackDays, Duration warnBefore) {
  /** Nothing is due. */
  static final Deadlines NONE = new Deadlines(0, 0, 0, Duration.ZERO);

  /** Accepted within a day, contacted that day, a meeting within five, feedback within seven. */
  public static final Deadlines DEFAULT = new Deadlines(1, 5, 7, Duration.ofHours(2));
}
