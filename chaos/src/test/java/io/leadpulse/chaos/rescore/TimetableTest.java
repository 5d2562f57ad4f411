package io.leadpulse.chaos.rescore;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.release.ReleaseHistory;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimetableTest {

  @Test
  void publishesEveryVersionOnceAndManyOutOfOrder() {
    Timetable timetable = new Timetable(1, 100);
    Set<Long> versions = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      versions.add(timetable.version(i));
    }
    assertThat(versions).hasSize(100).contains(2L, timetable.highest());
    assertThat(timetable.outOfOrder()).isBetween(30L, 99L);
  }

  @Test
  void everyVariantIsAValidRelease() {
    for (long version = 1; version <= 50; version++) {
      assertThat(ReleaseHistory.empty().with(Variant.of(9, version).release(version, 0)).problems())
          .isEmpty();
    }
  }
}
