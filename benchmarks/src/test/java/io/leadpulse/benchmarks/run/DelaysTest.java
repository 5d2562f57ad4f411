package io.leadpulse.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DelaysTest {
  @Test
  void aQuantileIsATimeThatSoManyDidNotExceed() {
    Delays delays = new Delays();
    LongStream.rangeClosed(1, 2_000).map(i -> 2_001 - i).forEach(delays::add);
    assertThat(delays.summary()).isEqualTo(new Delays.Summary(2_000, 1_000, 1_980, 2_000));
  }

  @Test
  void blocksAreTakenTogether() {
    Delays one = new Delays();
    one.add(5);
    Delays other = new Delays();
    other.add(1);
    one.addAll(other);
    assertThat(one.summary()).isEqualTo(new Delays.Summary(2, 1, 5, 5));
  }

  @Test
  void nothingSeenIsSaidAsNoRecords() {
    assertThat(new Delays().summary()).isEqualTo(new Delays.Summary(0, 0, 0, 0));
  }
}
