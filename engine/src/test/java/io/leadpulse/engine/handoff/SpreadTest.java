package io.leadpulse.engine.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpreadTest {
  private static final int CASES = 500;
  private static final long MINUTE = 60_000;

  @Test
  void hasNoMedianOfNothing() {
    Spread spread = new Spread();
    assertThat(spread.median()).isEqualTo(-1);
    spread.add(5 * MINUTE, 1);
    spread.add(5 * MINUTE, -1);
    assertThat(spread.median()).isEqualTo(-1);
  }

  /** Of times of minutes to months, some taken out again, and kept in bytes in between. */
  @Test
  void theMedianIsRightToASixteenth() {
    SplittableRandom random = new SplittableRandom(7);
    for (int one = 0; one < CASES; one++) {
      Spread spread = new Spread();
      List<Long> times = new ArrayList<>();
      for (int left = 1 + random.nextInt(60); left > 0; left--) {
        long time = random.nextLong(1L << (10 + random.nextInt(24)));
        spread.add(time, 1);
        if (times.isEmpty() || random.nextInt(4) > 0) {
          times.add(time);
        } else {
          spread.add(time, -1);
        }
      }
      times.sort(null);
      long median = times.get((times.size() - 1) / 2);
      long bound = MINUTE + median / 16;
      assertThat(copy(spread).median()).isCloseTo(median, within(bound));
    }
  }

  private static Spread copy(Spread spread) {
    ByteSink out = new ByteSink();
    spread.write(out);
    Spread copy = new Spread();
    copy.read(new ByteSource(out.toBytes()));
    return copy;
  }
}
