package io.leadpulse.engine.calendar;

import io.leadpulse.engine.calendar.BusinessHours.Span;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * When a team works. All instants are epoch milliseconds; spans of business time are milliseconds
 * within business hours, and leave out all else.
 */
public final class BusinessCalendar {
  private final ZoneId zone;
  private final Set<DayOfWeek> weekend;
  private final Holidays holidays;
  private final Set<LocalDate> closures;
  private final Set<LocalDate> openings;
  private final BusinessHours hours;

  /**
   * @param weekend days of the week without work, not all of them
   * @param closures further days without work
   * @param openings days of work, whatever else says that they are none
   */
  public BusinessCalendar(
      ZoneId zone,
      Set<DayOfWeek> weekend,
      Holidays holidays,
      Set<LocalDate> closures,
      Set<LocalDate> openings,
      BusinessHours hours) {
    if (weekend.size() == DayOfWeek.values().length) {
      throw new IllegalArgumentException("there is no day of work");
    }
    this.zone = zone;
    this.weekend = weekend.isEmpty() ? Set.of() : EnumSet.copyOf(weekend);
    this.holidays = holidays;
    this.closures = Set.copyOf(closures);
    this.openings = Set.copyOf(openings);
    this.hours = hours;
  }

  /** Japan's public holidays and weekends, by Tokyo's clocks, from 9 to 12 and 13 to 18. */
  public static BusinessCalendar japan() {
    return new BusinessCalendar(
        ZoneId.of("Asia/Tokyo"),
        EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
        Holidays.japan(),
        Set.of(),
        Set.of(),
        BusinessHours.DEFAULT);
  }

  public ZoneId zone() {
    return zone;
  }

  public boolean isBusinessDay(LocalDate date) {
    return openings.contains(date)
        || !(weekend.contains(date.getDayOfWeek())
            || holidays.contains(date)
            || closures.contains(date));
  }

  /** The date at an instant. */
  public LocalDate dateOf(long at) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(at), zone);
  }

  /** The first business day on or after a date. */
  public LocalDate onOrAfter(LocalDate date) {
    LocalDate day = date;
    while (!isBusinessDay(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  /** The business day that comes so many business days after one, 0 for itself. */
  public LocalDate plusBusinessDays(LocalDate businessDay, int days) {
    LocalDate day = businessDay;
    for (int left = days; left > 0; left--) {
      day = onOrAfter(day.plusDays(1));
    }
    return day;
  }

  /** Business days of a month. */
  public int businessDaysIn(YearMonth month) {
    return (int)
        month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).filter(this::isBusinessDay).count();
  }

  /** Business days of a month that have begun at an instant. */
  public int businessDaysIn(YearMonth month, long at) {
    LocalDate first = month.atDay(1);
    LocalDate after = dateOf(at).plusDays(1);
    LocalDate end = month.plusMonths(1).atDay(1);
    LocalDate last = after.isBefore(end) ? after : end;
    return last.isBefore(first)
        ? 0
        : (int) first.datesUntil(last).filter(this::isBusinessDay).count();
  }

  /** Whether somebody works at an instant. */
  public boolean isOpen(long at) {
    LocalDate date = dateOf(at);
    return isBusinessDay(date)
        && hours.spans().stream().anyMatch(span -> start(date, span) <= at && at < end(date, span));
  }

  /** The instant itself if somebody works then, else when work next begins. */
  public long nextOpen(long at) {
    LocalDate date = onOrAfter(dateOf(at));
    while (true) {
      for (Span span : hours.spans()) {
        if (at < end(date, span)) {
          return Math.max(at, start(date, span));
        }
      }
      date = onOrAfter(date.plusDays(1));
    }
  }

  /** When work ends on a business day. */
  public long closeOf(LocalDate businessDay) {
    List<Span> spans = hours.spans();
    return end(businessDay, spans.get(spans.size() - 1));
  }

  /** When work begins on a business day. */
  public long openOf(LocalDate businessDay) {
    return start(businessDay, hours.spans().get(0));
  }

  /** When work ends on the business day of an instant, or on the next one if it is none or over. */
  public long endOfBusinessDay(long at) {
    return closeOf(dateOf(nextOpen(at)));
  }

  /**
   * The same time of day so many business days later; from when work next begins, if nobody works
   * at the instant.
   */
  public long plusBusinessDays(long at, int days) {
    long from = nextOpen(at);
    LocalTime time = LocalTime.ofInstant(Instant.ofEpochMilli(from), zone);
    return instant(plusBusinessDays(dateOf(from), days), time);
  }

  /**
   * When so much business time has passed since an instant. It ends within business hours, or as
   * they end.
   *
   * @param millis 0 or more
   */
  public long plus(long at, long millis) {
    long left = millis;
    long from = nextOpen(at);
    while (true) {
      long end = endOfSpan(from);
      if (left <= end - from) {
        return from + left;
      }
      left -= end - from;
      from = nextOpen(end);
    }
  }

  /** Business time between two instants; 0 if the second is not after the first. */
  public long between(long from, long to) {
    long sum = 0;
    long at = nextOpen(from);
    while (at < to) {
      long end = endOfSpan(at);
      sum += Math.min(end, to) - at;
      at = nextOpen(end);
    }
    return sum;
  }

  /** Business time of one business day. */
  public long dayMillis() {
    return hours.spans().stream()
        .mapToLong(span -> (span.to().toNanoOfDay() - span.from().toNanoOfDay()) / 1_000_000)
        .sum();
  }

  /**
   * @param at within business hours
   */
  private long endOfSpan(long at) {
    LocalDate date = dateOf(at);
    for (Span span : hours.spans()) {
      if (at < end(date, span)) {
        return end(date, span);
      }
    }
    throw new IllegalStateException("nobody works at " + Instant.ofEpochMilli(at));
  }

  private long start(LocalDate date, Span span) {
    return instant(date, span.from());
  }

  private long end(LocalDate date, Span span) {
    return instant(date, span.to());
  }

  private long instant(LocalDate date, LocalTime time) {
    return date.atTime(time).atZone(zone).toInstant().toEpochMilli();
  }
}
