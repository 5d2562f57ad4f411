package io.leadpulse.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.cli.stack.OutcomeTotals;
import io.leadpulse.cli.terminal.JsonLine;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoSummaryTest {
  private final OutcomeTotals totals =
      new OutcomeTotals(
          Map.of(
              "web-access.v1",
                  Map.of(
                      "applied", 7L, "duplicate", 2L, "suspect", 1L, "waiting", 5L, "dropped", 6L),
              "email-engagement.v1",
                  Map.of(
                      "applied",
                      3L,
                      "dead-lettered",
                      1L,
                      "expired",
                      4L,
                      "pending",
                      2L,
                      "erased",
                      8L),
              "lead-profile.v1", Map.of("applied", 100L)));

  @Test
  void countsEngagementsOnly() {
    DemoSummary summary = DemoSummary.of(39, totals, new ScoreBoard());
    assertThat(summary.conserved()).isTrue();
    assertThat(JsonLine.of(summary))
        .isEqualTo(
            "{\"events\":39,\"applied\":10,\"duplicates\":2,\"expired\":4,\"suspects\":1,"
                + "\"dead_letters\":1,\"waiting\":5,\"dropped\":6,\"erased\":8,\"pending\":2,"
                + "\"profiles\":100,\"sales\":0,\"scores\":0,"
                + "\"alerts_raised\":0,\"leads\":0,\"latency_ms\":{\"p50\":0,\"p99\":0},"
                + "\"conserved\":true}");
  }

  @Test
  void noticesAnEventWithoutOutcome() {
    assertThat(DemoSummary.of(30, totals, new ScoreBoard()).conserved()).isFalse();
  }
}
