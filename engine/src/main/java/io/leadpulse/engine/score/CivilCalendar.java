package io.leadpulse.engine.score;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Tells the civil day of an hour bucket: the day of its start in the model's time zone.
 *
 * <p>Remembers the stretch of constant offset it last looked at. Not thread-safe.
 */
public final class CivilCalendar {
  private static final int HOUR_SECONDS = 3_600;
  private static final int DAY_SECONDS = 86_400;

  private final ZoneRules rules;
  private long from = 1;
  private long until;
  private int offsetSeconds;

  public CivilCalendar(ZoneId zone) {
    rules = zone.getRules();
  }

  /** The day of an hour, in days since 1970-01-01 of the local calendar. */
  public int dayOf(int hour) {
    long second = (long) hour * HOUR_SECONDS;
    if (second < from || second >= until) {
      lookUp(second);
    }
    return (int) Math.floorDiv(second + offsetSeconds, (long) DAY_SECONDS);
  }

  private void lookUp(long second) {
    Instant instant = Instant.ofEpochSecond(second);
    offsetSeconds = rules.getOffset(instant).getTotalSeconds();
    ZoneOffsetTransition next = rules.nextTransition(instant);
    ZoneOffsetTransition previous = rules.previousTransition(instant.plusNanos(1));
    until = next == null ? Long.MAX_VALUE : next.toEpochSecond();
    from = previous == null ? Long.MIN_VALUE : previous.toEpochSecond();
  }
}
