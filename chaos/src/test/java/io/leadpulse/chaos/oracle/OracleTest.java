package io.leadpulse.chaos.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.chaos.workload.Calendar;
import io.leadpulse.chaos.workload.ChaosModel;
import io.leadpulse.chaos.workload.Entry;
import io.leadpulse.chaos.workload.Entry.Act;
import io.leadpulse.chaos.workload.Workload;
import io.leadpulse.engine.lead.Hours;
import io.leadpulse.engine.model.ScoringModel;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The oracle has no code in common with the engine's state machine; here they meet. */
class OracleTest {
  private static final int END_HOUR = Hours.of(Calendar.END.toEpochMilli());
  private static final int RECORDS = 20_000;

  private final ScoringModel model = ChaosModel.parse();

  @Test
  void agreesWithTheEngineThatNeverFails() {
    for (long seed = 1; seed <= 3; seed++) {
      List<Entry> entries = Workload.of(seed, RECORDS).entries();
      Engine engine = new Engine();
      entries.forEach(engine::take);
      engine.end(END_HOUR);

      Oracle oracle = Oracle.of(model, entries, END_HOUR);

      assertThat(oracle.notices()).containsExactlyInAnyOrderElementsOf(engine.notices());
      assertThat(oracle.verdicts()).isEqualTo(engine.verdicts());
      assertThat(oracle.outcomes()).isEqualTo(engine.outcomes());
    }
  }

  @Test
  void seesEveryKindOfAlert() {
    Oracle oracle = Oracle.of(model, Workload.of(1, RECORDS).entries(), END_HOUR);

    assertThat(oracle.notices().stream().map(n -> n.cause().replaceAll(":.*", "")))
        .contains(
            "threshold",
            "hand-raise",
            "intent-up",
            "held-activity",
            "pending-after-cooldown",
            "below-exit",
            "excluded");
    assertThat(oracle.notices()).hasSizeGreaterThan(500);
    assertThat(oracle.notices().stream().filter(n -> n.scorecard().equals("loyal")))
        .extracting(n -> n.cause().replaceAll(":.*", ""))
        .contains("threshold", "hand-raise", "pending-after-cooldown");
  }

  @Test
  void seesARecordThatIsMissing() {
    List<Entry> entries = Workload.of(1, 2_000).entries();
    Act one =
        entries.stream()
            .filter(e -> e instanceof Act act && act.deed().signal().equals("price-page"))
            .map(Act.class::cast)
            .reduce((first, last) -> last)
            .orElseThrow();
    List<Entry> fewer =
        entries.stream()
            .filter(e -> !(e instanceof Act act && act.eventId().equals(one.eventId())))
            .collect(Collectors.toList());

    assertThat(Oracle.of(model, fewer, END_HOUR)).isNotEqualTo(Oracle.of(model, entries, END_HOUR));
  }
}
