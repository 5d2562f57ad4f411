package io.leadpulse.engine.handoff;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import io.leadpulse.engine.calendar.BusinessCalendar;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

/**
 * A token bucket: slots accrue over business hours, it holds those of one business day, and no
 * business day has more releases than its budget, rounded up. All instants are epoch milliseconds.
 */
final class Budget {
  private final BusinessCalendar calendar;
  private final Capacity capacity;
  private final long slot;
  private final Map<YearMonth, Long> dailyMilli = new HashMap<>();

  /** In thousandths of a slot times the milliseconds of a business day. */
  private long credit;

  private long asOf = Long.MIN_VALUE;
  private long day = Long.MIN_VALUE;
  private int releasedToday;

  Budget(BusinessCalendar calendar, Capacity capacity) {
    this.calendar = calendar;
    this.capacity = capacity;
    slot = Capacity.MILLI * calendar.dayMillis();
  }

  /** Lets slots accrue up to an instant; one that is not after the last changes nothing. */
  void accrue(long now) {
    if (asOf == Long.MIN_VALUE) {
      // A team begins with the slots of a day, else the first would wait for an hour.
      credit = daily(monthOf(now)) * calendar.dayMillis();
      asOf = now;
    }
    while (asOf < now) {
      YearMonth month = monthOf(asOf);
      long monthEnd =
          month.plusMonths(1).atDay(1).atStartOfDay(calendar.zone()).toInstant().toEpochMilli();
      long until = Math.min(now, monthEnd);
      long daily = daily(month);
      credit =
          Math.min(credit + calendar.between(asOf, until) * daily, daily * calendar.dayMillis());
      asOf = until;
    }
    long today = calendar.dateOf(now).toEpochDay();
    if (today > day) {
      day = today;
      releasedToday = 0;
    }
  }

  private YearMonth monthOf(long at) {
    return YearMonth.from(calendar.dateOf(at));
  }

  private long daily(YearMonth month) {
    return dailyMilli.computeIfAbsent(month, any -> capacity.dailyMilli(calendar, any));
  }

  /** The most releases of the day up to which slots have accrued. */
  private int mostToday() {
    return most(LocalDate.ofEpochDay(day));
  }

  /** The most releases of a day. */
  int most(LocalDate date) {
    long daily = daily(YearMonth.from(date));
    return (int) ((daily + Capacity.MILLI - 1) / Capacity.MILLI);
  }

  /** Takes a slot, if there is one and somebody works. */
  boolean take(long now) {
    boolean free = calendar.isOpen(now) && credit >= slot && releasedToday < mostToday();
    if (free) {
      credit -= slot;
      releasedToday++;
    }
    return free;
  }

  /** Takes a slot for what is released anyway, if there is one. */
  void takeIfThere() {
    if (credit >= slot) {
      credit -= slot;
    }
  }

  /**
   * When the next slot may be taken; asked anew then, for a month may end before.
   *
   * @return {@link Long#MAX_VALUE} for a team without a budget
   */
  long nextSlot(long now) {
    long daily = daily(monthOf(now));
    if (daily == 0) {
      return Long.MAX_VALUE;
    }
    if (releasedToday >= mostToday()) {
      return calendar.openOf(calendar.onOrAfter(calendar.dateOf(now).plusDays(1)));
    }
    long lacking = Math.max(0, slot - credit);
    long millis = (lacking + daily - 1) / daily;
    return calendar.nextOpen(calendar.plus(now, millis));
  }

  void write(ByteSink out) {
    out.signed(credit);
    out.signed(asOf);
    out.signed(day);
    out.unsigned(releasedToday);
  }

  void read(ByteSource in) {
    credit = in.signed();
    asOf = in.signed();
    day = in.signed();
    releasedToday = in.count();
  }
}
