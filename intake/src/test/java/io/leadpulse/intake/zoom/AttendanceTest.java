package io.leadpulse.intake.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AttendanceTest {
  private static final long START = 1_700_000_000_000L;
  private static final long MINUTE = 60_000;

  private final Attendance attendance = attendance(START);

  @Test
  void countsFromComingToGoing() {
    join(5);
    leave(15);
    join(20);
    leave(30);
    assertThat(attendance.minutes()).isEqualTo(20);
    assertThat(attendance.firstAt()).isEqualTo(START + 5 * MINUTE);
  }

  @Test
  void countsTwoDevicesOnce() {
    join(0);
    join(10);
    leave(20);
    leave(30);
    assertThat(attendance.minutes()).isEqualTo(30);
  }

  @Test
  void aGoingWithoutAComingCountsFromTheStart() {
    leave(30);
    assertThat(attendance.minutes()).isEqualTo(30);
    assertThat(attendance.firstAt()).isEqualTo(START);
  }

  @Test
  void aGoingWithoutAComingCountsNothingIfTheStartIsUnknownOrLater() {
    Attendance unknown = attendance(0);
    unknown.leave(START);
    assertThat(unknown.minutes()).isZero();
    assertThat(unknown.firstAt()).isEqualTo(START);
    leave(-1);
    assertThat(attendance.minutes()).isZero();
  }

  @Test
  void aComingWithoutAGoingCountsNothing() {
    join(0);
    assertThat(attendance.minutes()).isZero();
  }

  @Test
  void minutesAreWholeOnes() {
    attendance.join(START);
    attendance.leave(START + 2 * MINUTE - 1);
    assertThat(attendance.minutes()).isEqualTo(1);
  }

  @Test
  void theOrderOfTellingMakesNoDifference() {
    for (int seed = 0; seed < 1_000; seed++) {
      List<Integer> minutes = new ArrayList<>(List.of(1, -9, 9, -12, 50));
      Collections.shuffle(minutes, new Random(seed));
      Attendance shuffled = attendance(START);
      for (int minute : minutes) {
        if (minute > 0) {
          shuffled.join(START + minute * MINUTE);
        } else {
          shuffled.leave(START - minute * MINUTE);
        }
      }
      assertThat(shuffled.minutes()).as("seed %s", seed).isEqualTo(11);
    }
  }

  private void join(int minute) {
    attendance.join(START + minute * MINUTE);
  }

  private void leave(int minute) {
    attendance.leave(START + minute * MINUTE);
  }

  private static Attendance attendance(long startedAt) {
    return new Attendance(new Webinar("7", "u", "", 60, startedAt), new Person("l-1", false));
  }
}
