package io.leadpulse.cli.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.schemas.wire.Cause;
import io.leadpulse.schemas.wire.Decoded.Failure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnreadableTest {
  private final List<String> notices = new ArrayList<>();
  private final Unreadable unreadable = new Unreadable("x.lead-score.v1", notices::add);

  @Test
  void tellsTheFirstOfEachCauseAndCountsTheRest() {
    unreadable.add(0, 7, new Failure<>(Cause.TRUNCATED, "needs 8 bytes, 3 left"));
    unreadable.add(0, 8, new Failure<>(Cause.TRUNCATED, "needs 9 bytes, 1 left"));
    unreadable.add(1, 2, new Failure<>(Cause.EMPTY, "no bytes"));
    unreadable.sumUp();
    unreadable.sumUp();
    assertThat(unreadable.count()).isEqualTo(3);
    assertThat(notices)
        .containsExactly(
            "x.lead-score.v1: partition 0, offset 7 cannot be read and is left out: TRUNCATED,"
                + " needs 8 bytes, 3 left",
            "x.lead-score.v1: partition 1, offset 2 cannot be read and is left out: EMPTY, no"
                + " bytes",
            "x.lead-score.v1: 3 records left out: {EMPTY=1, TRUNCATED=2}");
  }

  @Test
  void saysNoMoreOfOneThatWasTold() {
    unreadable.add(0, 7, new Failure<>(Cause.TRUNCATED, "needs 8 bytes, 3 left"));
    unreadable.sumUp();
    assertThat(notices).hasSize(1);
  }
}
