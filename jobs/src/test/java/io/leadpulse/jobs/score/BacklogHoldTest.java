package io.leadpulse.jobs.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BacklogHoldTest {
  private static final long START = 1_000_000;
  private static final long LIMIT = 60_000;

  private final BacklogHold hold = new BacklogHold(START, LIMIT);

  @Test
  void lastsUntilAppendTimeComesNearTheStart() {
    hold.onWatermark(START - BacklogHold.NEAR_MILLIS - 1);
    assertThat(hold.isOver(START)).isFalse();
    hold.onWatermark(START - BacklogHold.NEAR_MILLIS);
    assertThat(hold.isOver(START)).isTrue();
  }

  @Test
  void doesNotTakeAnInputThatHasYetToBeginForAnEmptyOne() {
    hold.onIdle(START + 5_000);
    assertThat(hold.isOver(START + 5_000)).isFalse();
    hold.onActive();
    assertThat(hold.isOver(START + 40_000)).isFalse();
  }

  @Test
  void endsOnceTheInputHasBeenIdleForAWhile() {
    hold.onIdle(START + 5_000);
    assertThat(hold.isOver(START + 5_000 + BacklogHold.IDLE_MILLIS)).isTrue();
  }

  @Test
  void endsAtItsLimitWhateverHappens() {
    assertThat(hold.isOver(START + LIMIT - 1)).isFalse();
    assertThat(hold.isOver(START + LIMIT)).isTrue();
  }

  @Test
  void doesNotComeBack() {
    hold.onIdle(START);
    assertThat(hold.isOver(START + BacklogHold.IDLE_MILLIS)).isTrue();
    hold.onActive();
    assertThat(hold.isOver(START + BacklogHold.IDLE_MILLIS)).isTrue();
  }
}
