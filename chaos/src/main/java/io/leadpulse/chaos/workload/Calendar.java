package io.leadpulse.chaos.workload;

import java.time.Duration;
import java.time.Instant;

/**
 * When things happen in the feed, and how far apart.
 *
 * <p>Together these make what is right the same for every schedule of faults: the feed is never
 * further than {@link #WINDOW} ahead of what the job has surely taken, so time never passes a
 * record that is still to come, and a lead changes lanes only after a longer pause than that.
 */
public final class Calendar {
  /** When the first record is sent, in the time of the events; a Monday. */
  public static final Instant START = Instant.parse("2024-01-15T00:00:00Z");

  /** How long the feed lasts in the time of the events. */
  public static final Duration SPAN = Duration.ofDays(42);

  /** How far the feed runs ahead of what the job has taken, at most. */
  public static final Duration WINDOW = Duration.ofDays(6);

  /** How late an event comes at most. */
  static final Duration LATENESS = Duration.ofHours(36);

  /** How long after an event its copy comes at most. */
  static final Duration COPIES = Duration.ofHours(10);

  /** Between records of one lead in two lanes, at least. */
  static final Duration LANE_GAP = WINDOW.plusHours(1);

  /** What the job has to wait for events that come late. */
  public static final Duration OUT_OF_ORDERNESS = WINDOW.plus(LATENESS).plus(COPIES).plusHours(1);

  /** When every lead is judged for the last time; some are hot still. */
  public static final Instant END = START.plus(SPAN).plus(Duration.ofDays(2));

  private Calendar() {}
}
