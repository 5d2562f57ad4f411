package io.leadpulse.chaos.rescale;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.chaos.oracle.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowsTest {
  private static final Verdict ONE = new Verdict(3_000, Map.of("a", 1_000L, "b", 2_000L), false);

  @Test
  void theSameRowsHaveTheSameDigest() {
    assertThat(Rows.of(Map.of("x", ONE, "y", ONE)).digest())
        .isEqualTo(Rows.of(Map.of("y", ONE, "x", ONE)).digest())
        .hasSize(64);
  }

  @Test
  void anotherContributionIsADifferenceEvenIfTheSumIsTheSame() {
    Rows rows = Rows.of(Map.of("x", ONE));
    Rows other = Rows.of(Map.of("x", new Verdict(3_000, Map.of("a", 2_000L, "b", 1_000L), false)));
    assertThat(rows.differences(other)).containsExactly("x");
    assertThat(rows.digest()).isNotEqualTo(other.digest());
  }

  @Test
  void aMissingRowIsADifferenceUnlessItSaysNothing() {
    Rows none = Rows.of(Map.of());
    assertThat(Rows.of(Map.of("x", ONE)).differences(none)).containsExactly("x");
    assertThat(Rows.of(Map.of("x", Verdict.NOTHING)).differences(none)).isEmpty();
  }
}
