package io.leadpulse.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecoveriesTest {
  @Test
  void takesTheNearestRank() {
    assertThat(Recoveries.of(LongStream.rangeClosed(1, 200).boxed().toList()))
        .isEqualTo(new Recoveries(100, 198, 200));
    assertThat(Recoveries.of(List.of(7L))).isEqualTo(new Recoveries(7, 7, 7));
    assertThat(Recoveries.of(List.of())).isEqualTo(new Recoveries(0, 0, 0));
  }
}
