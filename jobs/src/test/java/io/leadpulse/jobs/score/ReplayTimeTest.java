package io.leadpulse.jobs.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.lead.Hours;
import io.leadpulse.jobs.oracle.Published.Row;
import io.leadpulse.jobs.record.LeadInput;
import java.time.Instant;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReplayTimeTest {
  private static final long T = Inputs.START;
  private static final long DAY = Inputs.DAY;

  @ParameterizedTest
  @EnumSource(Backend.class)
  void coolsASilentLeadAsEventTimePasses(Backend backend) throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), backend)) {
      job.take(hot("ada"));
      job.watermark(T + 4 * DAY);
      assertThat(job.published().alertCauses())
          .containsExactly("RAISED threshold", "COOLED below-exit");
      assertThat(job.published().row("ada").getIntentMilli()).isBetween(49_000L, 52_000L);
    }
  }

  @Test
  void settlesEveryHourThatPassedAndNoneThatDidNot() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), Backend.HEAP)) {
      job.take(hot("ada"));
      for (int hours = 1; hours < 24; hours++) {
        job.watermark(T + (hours + 1) * Inputs.HOUR - 1);
        assertThat(job.published().row("ada").getAsOf())
            .isEqualTo(Instant.ofEpochMilli(T + hours * Inputs.HOUR));
      }
    }
  }

  @Test
  void writesNoRowsThatSayNothingNew() throws Exception {
    ScoreSettings tolerant = Settings.tolerant(10_000);
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(tolerant, Backend.HEAP)) {
      job.take(hot("ada"));
      int rows = job.published().log().size();
      job.watermark(T + 4 * DAY);
      assertThat(job.published().log()).hasSizeBetween(rows + 4, rows + 6);
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void keepsTimersInTheSnapshot(Backend backend) throws Exception {
    OperatorSubtaskState snapshot;
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), backend)) {
      job.take(hot("ada"));
      snapshot = job.checkpoint();
    }
    try (ScoreLeadHarness job = ScoreLeadHarness.restored(Settings.replay(), backend, snapshot)) {
      job.watermark(T + 4 * DAY);
      assertThat(job.published().alertCauses()).containsExactly("COOLED below-exit");
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void withdrawsTheRowOnceNothingCounts(Backend backend) throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), backend)) {
      job.take(Inputs.pricing("ada", "e1", T));
      job.watermark(T + 365 * DAY);
      assertThat(job.published().rows()).isEmpty();
      Row last = job.published().log().get(job.published().log().size() - 1);
      assertThat(last).isEqualTo(new Row("ada/sales", null));
      assertThat(job.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void spreadsTheLeadsOverTheHour() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), Backend.HEAP)) {
      for (int i = 0; i < 60; i++) {
        job.take(Inputs.pricing("lead-" + i, "e" + i, T));
      }
      int before = job.published().log().size();
      job.watermark(T + Inputs.HOUR + 30 * Inputs.MINUTE);
      assertThat(job.published().log().size() - before).isBetween(15, 45);
    }
  }

  @Test
  void hasOneTimerPerLead() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), Backend.HEAP)) {
      for (int i = 0; i < 20; i++) {
        job.take(Inputs.pricing("ada", "e" + i, T + i * Inputs.MINUTE));
      }
      assertThat(job.numEventTimeTimers()).isEqualTo(1);
      job.watermark(T + 3 * DAY);
      assertThat(job.numEventTimeTimers()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void makesNoDifferenceWhetherTimerOrEventComesFirst(Backend backend) throws Exception {
    LeadInput after = Inputs.pricing("ada", "after", T + 4 * DAY);
    long passed = T + 4 * DAY + Inputs.HOUR;
    try (ScoreLeadHarness timerFirst = ScoreLeadHarness.fresh(Settings.replay(), backend);
        ScoreLeadHarness eventFirst = ScoreLeadHarness.fresh(Settings.replay(), backend)) {
      timerFirst.take(hot("ada"));
      timerFirst.watermark(passed);
      timerFirst.take(after);

      eventFirst.take(hot("ada"));
      eventFirst.take(after);
      eventFirst.watermark(passed);

      assertThat(timerFirst.published().row("ada")).isEqualTo(eventFirst.published().row("ada"));
      assertThat(timerFirst.published().alerts())
          .isEqualTo(eventFirst.published().alerts())
          .hasSize(2);
      assertThat(timerFirst.stored("ada")).isEqualTo(eventFirst.stored("ada"));
    }
  }

  @Test
  void letsTheReleasesHaveNoSayInEventTime() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), Backend.HEAP)) {
      job.take(hot("ada"));
      job.releaseWatermark(Long.MAX_VALUE);
      job.idle();
      assertThat(job.published().alertCauses()).containsExactly("RAISED threshold");
    }
  }

  @Test
  void doesNotTakeTheEndOfTheInputForTheEndOfTime() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), Backend.HEAP)) {
      job.take(hot("ada"));
      job.end();
      assertThat(job.published().alertCauses()).containsExactly("RAISED threshold");
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void judgesEveryLeadAtTheEndOfABoundedReplay(Backend backend) throws Exception {
    int endHour = Hours.of(T + DAY);
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(endHour), backend)) {
      for (int i = 0; i < 50; i++) {
        job.take(hot("lead-" + i));
      }
      job.watermark(T + 20 * DAY);
      job.end();
      assertThat(job.published().rows()).hasSize(50);
      assertThat(job.published().rows().values())
          .allSatisfy(
              row -> {
                assertThat(row.getAsOf()).isEqualTo(Instant.ofEpochMilli(T + DAY));
                assertThat(row.getTier().name()).isEqualTo("HOT");
              });
    }
  }

  @Test
  void settlesWhatIsDueByTheEnd() throws Exception {
    int endHour = Hours.of(T + 10 * DAY);
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(endHour), Backend.HEAP)) {
      job.take(hot("ada"));
      job.end();
      assertThat(job.published().alertCauses())
          .containsExactly("RAISED threshold", "COOLED below-exit");
      assertThat(job.published().row("ada").getAsOf())
          .isEqualTo(Instant.ofEpochMilli(T + 10 * DAY));
    }
  }

  private static LeadInput[] hot(String lead) {
    return new LeadInput[] {
      Inputs.pricing(lead, lead + "-1", T),
      Inputs.webinar(lead, lead + "-2", T),
      Inputs.pricing(lead, lead + "-3", T)
    };
  }
}
