package io.leadpulse.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OfficeHoursTest {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  @Test
  void mondayMorningFollowsFridayEvening() {
    assertThat(after("2026-11-20T18:20", 15)).isEqualTo("2026-11-23T09:05");
  }

  @Test
  void goesBackOverTheNight() {
    assertThat(after("2026-11-25T09:10", -20)).isEqualTo("2026-11-24T18:20");
  }

  @Test
  void aSundayIsAsFarAsMondayMorning() {
    assertThat(after("2026-11-22T15:00", 0)).isEqualTo("2026-11-23T09:00");
  }

  @Test
  void twoWeeksHoldTenDaysWhereverTheyBegin() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      long instant = random.nextLong(4_000_000_000_000L);
      long later = instant + Duration.ofDays(14).toMillis();
      assertThat(OfficeHours.worked(later) - OfficeHours.worked(instant))
          .isEqualTo(Journey.WORKING_TIME);
    }
  }

  @Test
  void everyInstantGivenIsWithinOfficeHours() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      long worked = random.nextLong(1_000_000_000_000L);
      long instant = OfficeHours.instant(worked);
      ZonedDateTime there = Instant.ofEpochMilli(instant).atZone(TOKYO);
      assertThat(there.getDayOfWeek()).isLessThan(DayOfWeek.SATURDAY);
      assertThat(there.toLocalTime()).isBetween(LocalTime.of(9, 0), LocalTime.of(18, 30));
      assertThat(OfficeHours.worked(instant)).isEqualTo(worked);
    }
  }

  private static String after(String local, long minutes) {
    long instant =
        ZonedDateTime.of(java.time.LocalDateTime.parse(local), TOKYO).toInstant().toEpochMilli();
    long later = OfficeHours.after(instant, minutes * MINUTE);
    return Instant.ofEpochMilli(later).atZone(TOKYO).toLocalDateTime().toString();
  }
}
