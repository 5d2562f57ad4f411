package io.leadpulse.engine.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Japan's Act on National Holidays (1948, No. 178) with its amendments and the acts for single
 * years, as rules: the list that ships comes from elsewhere. Equinoxes by the usual approximation
 * for 1900 to 2099.
 */
final class HolidayLaw {
  private static final LocalDate IN_LIEU_FROM = LocalDate.of(1973, 4, 12);
  private static final LocalDate BETWEEN_FROM = LocalDate.of(1985, 12, 27);

  /** Months and days of the years with Olympic games. */
  private static final Map<Integer, Set<String>> GAMES =
      Map.of(
          2020, Set.of("2020-07-23", "2020-07-24", "2020-08-10"),
          2021, Set.of("2021-07-22", "2021-07-23", "2021-08-08"));

  /** Funeral, enthronements, wedding. */
  private static final Set<String> ONCE =
      Set.of("1989-02-24", "1990-11-12", "1993-06-09", "2019-05-01", "2019-10-22");

  private final Set<LocalDate> named = new TreeSet<>();
  private final Set<LocalDate> days = new TreeSet<>();

  HolidayLaw(int from, int to) {
    for (int year = from; year <= to; year++) {
      name(year);
    }
    ONCE.stream().map(LocalDate::parse).forEach(named::add);
    days.addAll(named);
    named.forEach(this::inLieu);
    named.forEach(this::between);
  }

  Set<LocalDate> days() {
    return days;
  }

  private void name(int year) {
    on(year, 1, 1);
    monday(year, 1, year < 2000 ? 15 : 0, 2);
    on(year, 2, 11);
    if (year != 2019) {
      on(year, year < 1989 ? 4 : year < 2019 ? 12 : 2, year < 1989 ? 29 : 23);
    }
    on(year, 3, equinox(year, 20.8357, 20.8431));
    on(year, 4, 29);
    on(year, 5, 3);
    if (year >= 2007) {
      on(year, 5, 4);
    }
    on(year, 5, 5);
    if (GAMES.containsKey(year)) {
      GAMES.get(year).stream().map(LocalDate::parse).forEach(named::add);
    } else {
      summer(year);
      monday(year, 10, year < 2000 ? 10 : 0, 2);
    }
    monday(year, 9, year < 2003 ? 15 : 0, 3);
    on(year, 9, equinox(year, 23.2588, 23.2488));
    on(year, 11, 3);
    on(year, 11, 23);
  }

  private void summer(int year) {
    if (year >= 1996) {
      monday(year, 7, year < 2003 ? 20 : 0, 3);
    }
    if (year >= 2016) {
      on(year, 8, 11);
    }
  }

  private void on(int year, int month, int day) {
    named.add(LocalDate.of(year, month, day));
  }

  /**
   * @param day 0 if it is a Monday by now
   */
  private void monday(int year, int month, int day, int which) {
    LocalDate first = LocalDate.of(year, month, 1);
    named.add(day > 0 ? first.withDayOfMonth(day) : first.with(dayOfWeekInMonth(which, MONDAY)));
  }

  private static int equinox(int year, double before1980, double since) {
    int leaps = (year < 1980 ? year - 1983 : year - 1980) / 4;
    return (int) ((year < 1980 ? before1980 : since) + 0.242194 * (year - 1980)) - leaps;
  }

  private void inLieu(LocalDate holiday) {
    if (holiday.getDayOfWeek() != SUNDAY || holiday.isBefore(IN_LIEU_FROM)) {
      return;
    }
    LocalDate next = holiday.plusDays(1);
    while (holiday.getYear() >= 2007 && named.contains(next)) {
      next = next.plusDays(1);
    }
    days.add(next);
  }

  private void between(LocalDate holiday) {
    LocalDate day = holiday.plusDays(1);
    if (!day.isBefore(BETWEEN_FROM)
        && day.getDayOfWeek() != SUNDAY
        && named.contains(day.plusDays(1))) {
      days.add(day);
    }
  }
}
