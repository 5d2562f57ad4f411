package io.leadpulse.jobs.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.schemas.LeadScore;
import java.time.Instant;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LiveTimeTest {
  private static final long T = Inputs.START;
  private static final long DAY = Inputs.DAY;
  private static final long SECOND = 1_000;

  @Test
  void coolsASilentLeadAsTheDayGoesOn() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.live(), Backend.HEAP)) {
      job.watermark(T);
      job.take(hot("ada", T));
      job.setProcessingTime(T + 4 * DAY);
      assertThat(job.published().alertCauses())
          .containsExactly("RAISED threshold", "COOLED below-exit");
    }
  }

  /** It gets its timer by being written, which must not wait for other leads or a checkpoint. */
  @Test
  void coolsALeadThatStaysAtHand() throws Exception {
    try (ScoreLeadHarness job =
        ScoreLeadHarness.fresh(Settings.live(Caches.UNBOUNDED), Backend.HEAP)) {
      job.watermark(T);
      job.take(hot("ada", T));
      assertThat(job.numProcessingTimeTimers()).isZero();
      job.setProcessingTime(T + 20 * SECOND);
      assertThat(job.numProcessingTimeTimers()).isEqualTo(1);
      job.setProcessingTime(T + 4 * DAY);
      assertThat(job.published().alertCauses())
          .containsExactly("RAISED threshold", "COOLED below-exit");
    }
  }

  @Test
  void aLeadThatIsDueAlreadyWaitsForNoMoreThanACheckpoint() throws Exception {
    try (ScoreLeadHarness job =
        ScoreLeadHarness.fresh(Settings.live(Caches.UNBOUNDED), Backend.HEAP)) {
      job.watermark(T);
      job.take(hot("ada", T - 10 * DAY));
      job.take(hot("bob", T));
      job.checkpoint();
      assertThat(job.numProcessingTimeTimers()).isZero();
      job.notifyOfCompletedCheckpoint(1);
      assertThat(job.numProcessingTimeTimers()).as("of ada's alone").isEqualTo(1);
    }
  }

  @Test
  void settlesUpToTheClockAndNotJustToTheTimer() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.live(), Backend.HEAP)) {
      job.watermark(T);
      job.take(hot("ada", T - 10 * DAY));
      job.setProcessingTime(T + SECOND);
      LeadScore row = job.published().row("ada");
      assertThat(row.getAsOf()).isEqualTo(Instant.ofEpochMilli(T));
      assertThat(row.getIntentMilli()).isLessThan(20_000);
    }
  }

  @Test
  void doesNotFireOnAppendTime() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.live(), Backend.HEAP)) {
      job.take(hot("ada", T));
      job.watermark(T + 20 * DAY);
      assertThat(job.published().alertCauses()).containsExactly("RAISED threshold");
    }
  }

  /** Down for four days; ada was active all the time, so nothing about her may have cooled. */
  @ParameterizedTest
  @EnumSource(Backend.class)
  void coolsNobodyWhoWasActiveDuringAnOutage(Backend backend) throws Exception {
    OperatorSubtaskState snapshot;
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.live(), backend)) {
      job.watermark(T);
      job.take(hot("ada", T));
      job.take(hot("bob", T));
      snapshot = job.checkpoint();
    }
    long back = T + 4 * DAY;
    try (ScoreLeadHarness job = restoredAt(back, backend, snapshot)) {
      job.setProcessingTime(back + SECOND);
      job.take(hot("ada", T + DAY));
      job.watermark(T + DAY);
      job.take(hot("ada", T + 2 * DAY));
      job.setProcessingTime(back + 70 * SECOND);
      job.take(hot("ada", T + 3 * DAY));
      assertThat(job.published().alertCauses()).doesNotContain("COOLED below-exit");

      job.watermark(back);
      job.setProcessingTime(back + 140 * SECOND);
      assertThat(job.published().alerts())
          .filteredOn(alert -> alert.getType().name().equals("COOLED"))
          .extracting(alert -> alert.getLeadId())
          .containsExactly("bob");
    }
  }

  @Test
  void stopsHoldingBackOnceTheInputIsIdle() throws Exception {
    OperatorSubtaskState snapshot = silentSince(T);
    long back = T + 4 * DAY;
    try (ScoreLeadHarness job = restoredAt(back, Backend.HEAP, snapshot)) {
      job.setProcessingTime(back + 90 * SECOND);
      assertThat(job.published().alertCauses()).isEmpty();
      job.idle();
      job.setProcessingTime(back + 180 * SECOND);
      assertThat(job.published().alertCauses()).containsExactly("COOLED below-exit");
    }
  }

  @Test
  void doesNotHoldBackForEver() throws Exception {
    OperatorSubtaskState snapshot = silentSince(T);
    long back = T + 4 * DAY;
    try (ScoreLeadHarness job = restoredAt(back, Backend.HEAP, snapshot)) {
      job.watermark(T + DAY);
      job.setProcessingTime(back + 59 * Inputs.MINUTE);
      assertThat(job.published().alertCauses()).isEmpty();
      job.setProcessingTime(back + 62 * Inputs.MINUTE);
      assertThat(job.published().alertCauses()).containsExactly("COOLED below-exit");
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void keepsWhatItHoldsBackOverAnotherCrash(Backend backend) throws Exception {
    OperatorSubtaskState snapshot;
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.live(), backend)) {
      job.watermark(T);
      job.take(hot("ada", T));
      snapshot = job.checkpoint();
    }
    long back = T + 4 * DAY;
    try (ScoreLeadHarness job = restoredAt(back, backend, snapshot)) {
      job.setProcessingTime(back + 10 * SECOND);
      snapshot = job.checkpoint();
    }
    try (ScoreLeadHarness job = restoredAt(back + 20 * SECOND, backend, snapshot)) {
      job.watermark(back + 20 * SECOND);
      job.setProcessingTime(back + 120 * SECOND);
      assertThat(job.published().alertCauses()).containsExactly("COOLED below-exit");
      assertThat(job.numProcessingTimeTimers()).isEqualTo(1);
    }
  }

  private static OperatorSubtaskState silentSince(long time) throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.live(), Backend.HEAP)) {
      job.watermark(time);
      job.take(hot("ada", time));
      return job.checkpoint();
    }
  }

  private static ScoreLeadHarness restoredAt(
      long time, Backend backend, OperatorSubtaskState snapshot) throws Exception {
    return ScoreLeadHarness.restoredAt(time, Settings.live(), backend, snapshot);
  }

  private static LeadInput[] hot(String lead, long at) {
    return new LeadInput[] {
      Inputs.pricing(lead, lead + at + "-1", at),
      Inputs.webinar(lead, lead + at + "-2", at),
      Inputs.pricing(lead, lead + at + "-3", at)
    };
  }
}
