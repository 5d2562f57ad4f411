package io.leadpulse.cli.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadProgressTest {
  private final List<String> notices = new ArrayList<>();
  private long now = Long.MAX_VALUE - 1;

  @Test
  void isSilentOnAShortReadingAndSpeaksEveryTwoSecondsOnALongOne() {
    ReadProgress progress = new ReadProgress("x.lead-score.v1", 900, () -> now, notices::add);
    progress.at(800);
    assertThat(notices).isEmpty();
    now += Duration.ofSeconds(3).toNanos();
    progress.at(600);
    progress.at(500);
    assertThat(notices).containsExactly("x.lead-score.v1: 300 of 900 records read");
  }
}
