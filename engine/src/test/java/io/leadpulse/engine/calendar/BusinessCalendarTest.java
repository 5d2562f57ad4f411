package io.leadpulse.engine.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {
  private static final BusinessCalendar JAPAN = BusinessCalendar.japan();
  private static final BusinessCalendar COMPANY =
      new BusinessCalendar(
          ZoneId.of("Asia/Tokyo"),
          EnumSet.of(java.time.DayOfWeek.SATURDAY, java.time.DayOfWeek.SUNDAY),
          Holidays.japan(),
          LocalDate.of(2026, 12, 29)
              .datesUntil(LocalDate.of(2027, 1, 4))
              .collect(Collectors.toSet()),
          Set.of(LocalDate.of(2027, 2, 23)),
          BusinessHours.DEFAULT);
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private static long at(String tokyo) {
    return LocalDateTime.parse(tokyo).atZone(JAPAN.zone()).toInstant().toEpochMilli();
  }

  @Test
  void aDeadlineGoesAcrossGoldenWeek() {
    assertThat(JAPAN.plusBusinessDays(at("2027-04-28T17:30"), 1)).isEqualTo(at("2027-04-30T17:30"));
    assertThat(JAPAN.plusBusinessDays(at("2027-04-30T17:30"), 1)).isEqualTo(at("2027-05-06T17:30"));
    assertThat(JAPAN.plus(at("2027-04-30T17:00"), 2 * HOUR)).isEqualTo(at("2027-05-06T10:00"));
    assertThat(JAPAN.between(at("2027-05-01T00:00"), at("2027-05-06T09:00"))).isZero();
  }

  @Test
  void aDeadlineGoesAcrossTheEndOfTheYearAndOfMonths() {
    assertThat(COMPANY.plusBusinessDays(at("2026-12-28T11:00"), 1))
        .isEqualTo(at("2027-01-04T11:00"));
    assertThat(COMPANY.plusBusinessDays(at("2027-01-29T16:00"), 1))
        .isEqualTo(at("2027-02-01T16:00"));
    assertThat(COMPANY.businessDaysIn(YearMonth.of(2027, 1))).isEqualTo(19);
    assertThat(JAPAN.businessDaysIn(YearMonth.of(2027, 5))).isEqualTo(18);
  }

  @Test
  void aDayOfWorkMayBeAHoliday() {
    assertThat(JAPAN.isBusinessDay(LocalDate.of(2027, 2, 23))).isFalse();
    assertThat(COMPANY.isBusinessDay(LocalDate.of(2027, 2, 23))).isTrue();
  }

  @Test
  void whatComesWhenNobodyWorksCountsFromWhenWorkBegins() {
    assertThat(JAPAN.nextOpen(at("2027-01-08T18:00"))).isEqualTo(at("2027-01-12T09:00"));
    assertThat(JAPAN.nextOpen(at("2027-01-12T12:30"))).isEqualTo(at("2027-01-12T13:00"));
    assertThat(JAPAN.plusBusinessDays(at("2027-01-09T23:00"), 1)).isEqualTo(at("2027-01-13T09:00"));
    assertThat(JAPAN.endOfBusinessDay(at("2027-01-09T23:00"))).isEqualTo(at("2027-01-12T18:00"));
    assertThat(JAPAN.endOfBusinessDay(at("2027-01-12T12:30"))).isEqualTo(at("2027-01-12T18:00"));
    assertThat(JAPAN.isOpen(at("2027-01-12T12:00"))).isFalse();
    assertThat(JAPAN.isOpen(at("2027-01-12T13:00"))).isTrue();
  }

  /** In spring the clocks of Berlin skip two o'clock, which a night shift works through. */
  @Test
  void clocksThatChangeAreMinded() {
    BusinessCalendar night =
        new BusinessCalendar(
            ZoneId.of("Europe/Berlin"),
            Set.of(),
            Holidays.NONE,
            Set.of(),
            Set.of(),
            new BusinessHours(
                java.util.List.of(
                    new BusinessHours.Span(
                        java.time.LocalTime.of(1, 0), java.time.LocalTime.of(5, 0)))));
    long spring = LocalDate.of(2027, 3, 28).atStartOfDay(night.zone()).toInstant().toEpochMilli();
    assertThat(night.between(spring, spring + 23 * HOUR)).isEqualTo(3 * HOUR);
  }

  @Test
  void businessTimeAddsUpAndEndsInBusinessHours() {
    SplittableRandom random = new SplittableRandom(20_261_129L);
    long start = at("2026-12-01T00:00");
    for (int i = 0; i < 10_000; i++) {
      BusinessCalendar calendar = random.nextBoolean() ? JAPAN : COMPANY;
      long from = start + random.nextLong(400 * 24 * HOUR);
      long millis = random.nextLong(60 * HOUR);
      long due = calendar.plus(from, millis);
      long middle = from + random.nextLong(Math.max(1, due - from));
      assertThat(calendar.between(from, due)).isEqualTo(millis);
      assertThat(calendar.between(from, middle) + calendar.between(middle, due)).isEqualTo(millis);
      assertThat(millis == 0 || calendar.isOpen(due - 1)).as("%d, %d", from, millis).isTrue();
      assertThat(calendar.isOpen(calendar.nextOpen(from))).isTrue();
      long later = calendar.plusBusinessDays(from, random.nextInt(30));
      assertThat(calendar.isOpen(later)).isTrue();
    }
  }
}
