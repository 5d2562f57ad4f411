package io.leadpulse.cli.simulate;

import java.util.concurrent.TimeUnit;

/**
 * The time that offices in Tokyo are open, laid end to end: a scale of milliseconds on which Friday
 * evening is next to Monday morning. Monday to Friday, 9:00 to 18:30; public holidays are ignored.
 */
final class OfficeHours {
  /** Length of one working day in milliseconds. */
  static final long DAY = TimeUnit.MINUTES.toMillis(570);

  private static final long OPENS = TimeUnit.HOURS.toMillis(9);
  private static final long CIVIL_DAY = TimeUnit.DAYS.toMillis(1);

  /** Japan has no summer time. */
  private static final long UTC_OFFSET = TimeUnit.HOURS.toMillis(9);

  /** 1970-01-01 was a Thursday. */
  private static final int WEEKDAY_OF_EPOCH = 3;

  private static final int WEEK = 7;
  private static final int WORKING_WEEK = 5;

  private OfficeHours() {}

  /**
   * The working time that had passed at an instant, in milliseconds since the Monday before the
   * epoch.
   */
  static long worked(long instant) {
    long local = instant + UTC_OFFSET;
    long sinceMonday = Math.floorDiv(local, CIVIL_DAY) + WEEKDAY_OF_EPOCH;
    long fullDays =
        Math.floorDiv(sinceMonday, WEEK) * WORKING_WEEK
            + Math.min(Math.floorMod(sinceMonday, WEEK), WORKING_WEEK);
    if (Math.floorMod(sinceMonday, WEEK) >= WORKING_WEEK) {
      return fullDays * DAY;
    }
    long today = Math.floorMod(local, CIVIL_DAY) - OPENS;
    return fullDays * DAY + Math.max(0, Math.min(DAY, today));
  }

  /** The instant at which so much working time had passed; always within office hours. */
  static long instant(long worked) {
    long fullDays = Math.floorDiv(worked, DAY);
    long sinceMonday =
        Math.floorDiv(fullDays, WORKING_WEEK) * WEEK + Math.floorMod(fullDays, WORKING_WEEK);
    return (sinceMonday - WEEKDAY_OF_EPOCH) * CIVIL_DAY
        - UTC_OFFSET
        + OPENS
        + Math.floorMod(worked, DAY);
  }

  /** The instant after so much more working time; {@code pause} below 0 goes back. */
  static long after(long instant, long pause) {
    return instant(worked(instant) + pause);
  }
}
