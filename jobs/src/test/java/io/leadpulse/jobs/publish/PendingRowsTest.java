package io.leadpulse.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PendingRowsTest {
  private final PendingRows<String> rows = new PendingRows<>();
  private final List<String> out = new ArrayList<>();

  @Test
  void theLatestOfAnOwnerAndScorecardLeavesWithItsOldestCause() {
    rows.add("acme", "a", "acme 1", 20);
    rows.add("acme", "b", "acme b", PendingRows.NO_INPUT);
    rows.add("acme", "a", "acme 2", 30);
    rows.drainTo((row, since) -> out.add(row + " since " + since));
    assertThat(out).containsExactly("acme b since " + PendingRows.NO_INPUT, "acme 2 since 20");
    assertThat(rows.size()).isZero();
  }

  @Test
  void beyondTheMostThoseLeaveThatHaveNotChangedForLongest() {
    rows.add("acme", "a", "acme 1", 1);
    rows.add("bell", "a", "bell 1", 1);
    rows.add("corp", "a", "corp 1", 1);
    rows.add("acme", "a", "acme 2", 2);
    rows.trim(3, (row, since) -> out.add(row));
    assertThat(out).isEmpty();
    rows.trim(1, (row, since) -> out.add(row));
    assertThat(out).containsExactly("bell 1", "corp 1");
    assertThat(rows.size()).isOne();
  }
}
