package io.leadpulse.jobs.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.jobs.oracle.Published;
import io.leadpulse.jobs.oracle.Published.Row;
import io.leadpulse.jobs.publish.PendingRows;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

class FlushTest {
  private static final long T = Inputs.START;

  @Test
  void writesOneRowForWhatChangedWithinTheInterval() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.gathering(), Backend.HEAP)) {
      job.take(Inputs.pricing("ada", "e1", T), Inputs.pricing("bob", "e2", T));
      job.take(Inputs.pricing("ada", "e3", T));
      assertThat(job.published().log()).isEmpty();
      job.setProcessingTime(T + 1_000);
      assertThat(job.published().log())
          .extracting(Row::key)
          .containsExactly("bob/sales", "ada/sales");
      assertThat(job.published().row("ada").getIntentMilli()).isEqualTo(60_000);
    }
  }

  @Test
  void keepsFlushing() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.gathering(), Backend.HEAP)) {
      for (int second = 1; second <= 5; second++) {
        job.take(Inputs.pricing("ada", "e" + second, T));
        job.setProcessingTime(T + second * 1_000);
        assertThat(job.published().log()).hasSize(second);
      }
    }
  }

  @Test
  void sendsAlertsAtOnce() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.gathering(), Backend.HEAP)) {
      job.take(Inputs.contact("ada", "e1", T));
      assertThat(job.published().alertCauses()).containsExactly("RAISED hand-raise:contact-form");
      assertThat(job.published().log()).isEmpty();
    }
  }

  /**
   * A row that waits is in no state: if the barrier passed it by, a crash would lose it for good.
   */
  @Test
  void flushesBeforeTheBarrier() throws Exception {
    OperatorSubtaskState snapshot;
    Published beforeBarrier;
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.gathering(), Backend.HEAP)) {
      job.take(Inputs.pricing("ada", "e1", T));
      snapshot = job.checkpoint();
      beforeBarrier = job.published();
    }
    try (ScoreLeadHarness job =
        ScoreLeadHarness.restored(Settings.gathering(), Backend.HEAP, snapshot)) {
      job.take(Inputs.pricing("bob", "e2", T));
      job.end();
      assertThat(job.published().rows()).containsOnlyKeys("bob/sales");
    }
    assertThat(beforeBarrier.row("ada").getIntentMilli()).isEqualTo(30_000);
  }

  @Test
  void flushesAtTheEndOfTheInput() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.gathering(), Backend.HEAP)) {
      job.take(Inputs.pricing("ada", "e1", T));
      job.end();
      assertThat(job.published().row("ada").getIntentMilli()).isEqualTo(30_000);
    }
  }

  @Test
  void beyondItsBoundWritesWhatHasNotChangedForLongest() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.gathering(), Backend.HEAP)) {
      for (int i = 0; i < PendingRows.MOST; i++) {
        job.take(Inputs.pricing("lead-" + i, "e" + i, T));
      }
      job.take(Inputs.pricing("lead-0", "again", T));
      assertThat(job.published().log()).isEmpty();
      job.take(Inputs.pricing("last", "e", T));
      assertThat(job.published().log()).extracting(Row::key).containsExactly("lead-1/sales");
    }
  }
}
