package io.leadpulse.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long START = -5_000_000_000L;
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  @Test
  void theFirstRecordIsDueAtOnce() {
    assertThat(new Pace(200, START).due(START)).isEqualTo(1);
  }

  @Test
  void theRestFollowsEvenly() {
    Pace pace = new Pace(200, START);
    assertThat(pace.due(START + 4_999_999)).isEqualTo(1);
    assertThat(pace.due(START + 5_000_000)).isEqualTo(2);
    assertThat(pace.due(START + SECOND)).isEqualTo(201);
  }

  @Test
  void doesNotDriftInAYear() {
    Pace pace = new Pace(1_000_000, START);
    assertThat(pace.due(START + Duration.ofDays(365).toNanos()))
        .isEqualTo(365 * 86_400L * 1_000_000 + 1);
  }

  @Test
  void waitsUntilTheNextIsDueAndNoLonger() {
    for (int rate : new int[] {1, 3, 7, 200, 12_345, 1_000_000}) {
      Pace pace = new Pace(rate, START);
      for (long sent = 1; sent < 1_000; sent++) {
        long due = START + pace.nanosUntilDue(sent, START);
        assertThat(pace.due(due)).isEqualTo(sent + 1);
        assertThat(pace.due(due - 1)).isEqualTo(sent);
      }
    }
  }

  @Test
  void refusesToStandStill() {
    assertThatThrownBy(() -> new Pace(0, START)).hasMessageContaining("rate must be 1 or more");
  }
}
