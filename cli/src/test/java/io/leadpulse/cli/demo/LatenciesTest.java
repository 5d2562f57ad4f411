package io.leadpulse.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTest {
  private final Latencies latencies = new Latencies();

  @Test
  void areZeroWithoutAny() {
    assertThat(latencies.percentile(0.5)).isZero();
  }

  @Test
  void giveTheLeastValueThatTheShareDoesNotExceed() {
    for (int millis = 1; millis <= 200; millis++) {
      latencies.add(millis);
    }
    assertThat(latencies.percentile(0.5)).isEqualTo(100);
    assertThat(latencies.percentile(0.99)).isEqualTo(198);
    assertThat(latencies.percentile(1)).isEqualTo(200);
  }

  @Test
  void takeAClockThatStepsBackForNoTimeAndCapWhatIsEndless() {
    latencies.add(-5);
    assertThat(latencies.percentile(1)).isZero();
    latencies.add(Long.MAX_VALUE);
    assertThat(latencies.percentile(1)).isEqualTo(120_000);
  }
}
