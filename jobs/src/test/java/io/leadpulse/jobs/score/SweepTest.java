package io.leadpulse.jobs.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.leadpulse.schemas.Crossing;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.ModelImpact;
import io.leadpulse.schemas.Tier;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.tasks.TestProcessingTimeService;
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
      assertThat(job.published().row("ada").getTier()).isEqualTo(Tier.HOT);
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

  /** Between when an episode ran out and its timer, the release took effect: it did run out. */
  @Test
  void whatWasOverBeforeTheReleaseIsToldAsOver() throws Exception {
    try (ScoreLeadHarness job = live(Backend.HEAP)) {
      job.take(
          Inputs.pricing("ada", "e1", T),
          Inputs.webinar("ada", "e2", T),
          Inputs.pricing("ada", "e3", T));
      long exit = T + 31 * Inputs.HOUR;
      job.release(TestModel.cheaper(2, exit));
      job.setProcessingTime(exit - 1);
      assertThat(job.published().alertCauses()).containsExactly("RAISED threshold");
      job.setProcessingTime(exit + 2);
      assertThat(job.published().alertCauses()).last().isEqualTo("COOLED below-exit");
      assertThat(job.published().impacts()).isEmpty();
    }
  }

  @Test
  void aReleaseThatIsTakenBackGoesOnWithTheEpisode() throws Exception {
    try (ScoreLeadHarness job = live(Backend.HEAP)) {
      job.take(
          Inputs.pricing("ada", "e1", T),
          Inputs.webinar("ada", "e2", T),
          Inputs.pricing("ada", "e3", T));
      job.release(TestModel.cheaper(2, T + MINUTE));
      job.setProcessingTime(T + MINUTE + 2);
      assertThat(job.published().row("ada").getTier()).isNotEqualTo(Tier.HOT);
      job.release(TestModel.again(3, T + 2 * MINUTE));
      job.setProcessingTime(T + 2 * MINUTE + 2);
      assertThat(job.published().row("ada").getTier()).isEqualTo(Tier.HOT);
      assertThat(job.published().row("ada").getEpisode()).isEqualTo(1);
      job.setProcessingTime(T + 10 * Inputs.DAY);
      assertThat(job.published().alertCauses())
          .containsExactly("RAISED threshold", "COOLED below-exit");
    }
  }

  @Test
  void takesNoMoreThanItsShareOfTheTime() throws Exception {
    long[] nanos = {0};
    try (ScoreLeadHarness job = live(Backend.HEAP)) {
      for (int i = 0; i < 100; i++) {
        job.take(Inputs.pricing("lead-" + i, "e" + i, T));
      }
      Sweep sweep =
          job.sweep(
              (lead, now) -> nanos[0] += 1_000_000,
              () -> nanos[0] += 4_000_000,
              () -> nanos[0],
              20);
      assertThat(sweep.run(T))
          .as("20 ms of leads and 4 ms of rows, a fifth of the time")
          .isEqualTo(4 * 24);
      assertThat(nanos[0]).isEqualTo(24_000_000);
    }
  }

  @Test
  void releasesThatComeMeanwhileDoNotTakeItsPauses() throws Exception {
    long[] nanos = {0};
    int[] rescored = {0};
    try (ScoreLeadHarness job = live(Backend.HEAP)) {
      for (int i = 0; i < 100; i++) {
        job.take(Inputs.pricing("lead-" + i, "e" + i, T));
      }
      Sweep.Rescoring aMillisecondEach =
          (lead, now) -> {
            nanos[0] += 1_000_000;
            rescored[0]++;
          };
      Sweep sweep = job.sweep(aMillisecondEach, () -> {}, () -> nanos[0], 20);
      TestProcessingTimeService clock = new TestProcessingTimeService();
      clock.setCurrentTime(T);
      SweepSchedule schedule = new SweepSchedule(sweep, clock);
      schedule.wake();
      clock.setCurrentTime(T + 1);
      assertThat(rescored[0]).isEqualTo(20);
      schedule.wake();
      clock.setCurrentTime(T + 79);
      assertThat(rescored[0]).as("of a fifth of the time").isEqualTo(20);
      clock.setCurrentTime(T + 90);
      assertThat(rescored[0]).isEqualTo(40);
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
