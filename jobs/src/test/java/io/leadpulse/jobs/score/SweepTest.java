package io.leadpulse.jobs.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.leadpulse.schemas.Crossing;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.ModelImpact;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All leads come under a release when it takes effect, without an event of theirs. */
class SweepTest {
  private static final long T = Inputs.START;
  private static final long MINUTE = Inputs.MINUTE;

  @ParameterizedTest
  @EnumSource(Backend.class)
  void scoresSilentLeadsAnewWhenAReleaseTakesEffect(Backend backend) throws Exception {
    try (ScoreLeadHarness job = live(backend)) {
      job.take(Inputs.pricing("ada", "e1", T), Inputs.pricing("bob", "e2", T));
      job.release(TestModel.cheaper(2, T + MINUTE));
      job.setProcessingTime(T + MINUTE - 1);
      assertThat(job.published().row("ada").getModelVersion()).isEqualTo(1);

      job.setProcessingTime(T + MINUTE + 2);
      for (String lead : new String[] {"ada", "bob"}) {
        LeadScore row = job.published().row(lead);
        assertThat(row.getModelVersion()).isEqualTo(2);
        assertThat(row.getIntentMilli()).isEqualTo(10_000);
        assertThat(row.getRevision()).as("a release is no change of the lead").isEqualTo(1);
      }
    }
  }

  @Test
  void tellsWhoCrossesToMarketingAndNotToSales() throws Exception {
    try (ScoreLeadHarness job = live(Backend.HEAP)) {
      job.take(
          Inputs.pricing("ada", "e1", T),
          Inputs.webinar("ada", "e2", T),
          Inputs.pricing("ada", "e3", T));
      assertThat(job.published().alertCauses()).containsExactly("RAISED threshold");
      String alertId = job.published().alerts().get(0).getAlertId();

      job.release(TestModel.cheaper(2, T + MINUTE));
      job.setProcessingTime(T + MINUTE + 2);
      job.release(TestModel.again(3, T + 2 * MINUTE));
      job.setProcessingTime(T + 2 * MINUTE + 2);

      assertThat(job.published().alertCauses()).containsExactly("RAISED threshold");
      assertThat(job.published().impacts())
          .extracting(ModelImpact::getCrossing, ModelImpact::getModelVersion)
          .containsExactly(tuple(Crossing.LEFT, 2L), tuple(Crossing.ENTERED, 3L));
      ModelImpact left = job.published().impacts().get(0);
      assertThat(left.getAlertId()).isEqualTo(alertId);
      assertThat(left.getIntentBeforeMilli()).isGreaterThan(left.getIntentAfterMilli());
      assertThat(job.published().row("ada").getBlockers()).containsExactly("awaiting-event");
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void goesOnAfterACrash(Backend backend) throws Exception {
    OperatorSubtaskState snapshot;
    try (ScoreLeadHarness job = live(backend)) {
      job.take(Inputs.pricing("ada", "e1", T));
      job.release(TestModel.cheaper(2, T + MINUTE));
      snapshot = job.checkpoint();
    }
    long back = T + 2 * MINUTE;
    try (ScoreLeadHarness job =
        ScoreLeadHarness.restoredAt(back, Settings.live(), backend, snapshot)) {
      job.setProcessingTime(back + 2_000);
      assertThat(job.published().rows()).as("the source still reads a backlog").isEmpty();
      job.watermark(back);
      job.setProcessingTime(back + 4_000);
      assertThat(job.published().row("ada").getModelVersion()).isEqualTo(2);
      snapshot = job.checkpoint();
    }
    try (ScoreLeadHarness job =
        ScoreLeadHarness.restoredAt(back, Settings.live(), backend, snapshot)) {
      job.watermark(back);
      job.setProcessingTime(back + 4_000);
      assertThat(job.published().rows()).as("nothing is left to do").isEmpty();
    }
  }

  @Test
  void nobodyFallsBehindTheSweep() throws Exception {
    try (ScoreLeadHarness job = live(Backend.HEAP)) {
      job.release(TestModel.cheaper(2, T + MINUTE));
      job.setProcessingTime(T + MINUTE + 2);
      job.take(Inputs.pricing("late", "e1", T));
      assertThat(job.published().row("late").getModelVersion()).isEqualTo(2);
      assertThat(job.published().row("late").getIntentMilli()).isEqualTo(10_000);
    }
  }

  @Test
  void inReplayItWaitsForTheSourceToBeIdle() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), Backend.HEAP)) {
      job.take(Inputs.pricing("ada", "e1", T));
      job.release(TestModel.cheaper(2, T + MINUTE));
      job.setProcessingTime(T + 2 * MINUTE);
      assertThat(job.published().row("ada").getModelVersion()).isEqualTo(1);
      job.idle();
      job.setProcessingTime(T + 3 * MINUTE);
      assertThat(job.published().row("ada").getModelVersion()).isEqualTo(2);
    }
  }

  /** A live job that has read its backlog. */
  private static ScoreLeadHarness live(Backend backend) throws Exception {
    ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.live(), backend);
    job.watermark(T);
    return job;
  }
}
