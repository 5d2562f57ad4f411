package io.leadpulse.engine.handoff;

import io.leadpulse.engine.calendar.BusinessCalendar;
import java.time.YearMonth;

/**
 * How many hot leads a team takes on a business day.
 *
 * @param reps people; {@link #UNLIMITED} for a team that takes whatever comes, when it comes
 * @param slots hot leads that each of them takes a day
 * @param lookAheadPercent how much of what the next month lacks in business days is handed over in
 *     this one, 0 to 100
 */
public record Capacity(int reps, int slots, int lookAheadPercent) {
  static final long MILLI = 1_000;

  /** Of a team without a budget. */
  public static final int UNLIMITED = -1;

  /** No budget: every hot lead is released at once. */
  public static final Capacity NONE = new Capacity(UNLIMITED, 0, 0);

  private static final int MOST_A_DAY = 100_000;

  public Capacity {
    if (reps < UNLIMITED || slots < 0 || (long) reps * slots > MOST_A_DAY) {
      throw new IllegalArgumentException(
          "0 to " + MOST_A_DAY + " a day, not " + reps + "x" + slots);
    }
    if (lookAheadPercent < 0 || lookAheadPercent > 100) {
      throw new IllegalArgumentException("look-ahead is 0 to 100 percent");
    }
  }

  boolean isUnlimited() {
    return reps == UNLIMITED;
  }

  /**
   * The budget of each business day of a month, in thousandths of a hot lead: {@code reps x slots},
   * and in a month before a shorter one what that one lacks, spread over the days of this one.
   */
  long dailyMilli(BusinessCalendar calendar, YearMonth month) {
    long base = (long) Math.max(0, reps) * slots * MILLI;
    if (lookAheadPercent == 0) {
      return base;
    }
    int days = calendar.businessDaysIn(month);
    int lacking = Math.max(0, days - calendar.businessDaysIn(month.plusMonths(1)));
    return days == 0 ? base : base + base * lacking * lookAheadPercent / (100L * days);
  }
}
