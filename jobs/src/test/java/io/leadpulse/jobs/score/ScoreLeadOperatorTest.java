package io.leadpulse.jobs.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.engine.lead.SalesActivity;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.LeadScore;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScoreLeadOperatorTest {
  private static final long T = Inputs.START;
  private static final long HOUR = Inputs.HOUR;

  @ParameterizedTest
  @EnumSource(Backend.class)
  void addsUpWhatALeadDid(Backend backend) throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), backend)) {
      job.take(Inputs.pricing("ada", "e1", T), Inputs.webinar("bob", "e2", T));
      job.take(Inputs.webinar("ada", "e3", T));
      assertThat(job.published().row("ada").getIntentMilli()).isEqualTo(70_000);
      assertThat(job.published().row("bob").getIntentMilli()).isEqualTo(40_000);
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void goesOnFromASnapshotAsIfNothingHadHappened(Backend backend) throws Exception {
    OperatorSubtaskState snapshot;
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), backend)) {
      job.take(Inputs.pricing("ada", "e1", T), Inputs.webinar("ada", "e2", T));
      snapshot = job.checkpoint();
    }
    try (ScoreLeadHarness job = ScoreLeadHarness.restored(Settings.replay(), backend, snapshot)) {
      job.take(Inputs.pricing("ada", "e1", T), Inputs.pricing("ada", "e3", T));
      assertThat(job.published().rows()).hasSize(1);
      assertThat(job.published().row("ada").getRevision()).isEqualTo(3);
      assertThat(job.published().alertCauses()).containsExactly("RAISED threshold");
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void aCheckpointKeepsAllThatWaitsAndASavepointHasItWritten(Backend backend) throws Exception {
    ScoreSettings cached = Settings.live(Caches.UNBOUNDED);
    OperatorSubtaskState checkpoint;
    OperatorSubtaskState savepoint;
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(cached, backend)) {
      for (int lead = 0; lead < 500; lead++) {
        job.take(Inputs.pricing("lead-" + lead, "e" + lead, T));
      }
      checkpoint = job.checkpoint();
      assertThat(job.stateMetrics().writes()).isZero();
      assertThat(checkpoint.getRawKeyedState()).isNotEmpty();
      savepoint = job.savepoint();
      assertThat(job.stateMetrics().writes()).isEqualTo(500);
      assertThat(savepoint.getRawKeyedState()).isEmpty();
    }
    for (OperatorSubtaskState state : List.of(checkpoint, savepoint)) {
      try (ScoreLeadHarness job = ScoreLeadHarness.restored(Settings.live(), backend, state)) {
        assertThat(job.numProcessingTimeTimers()).isEqualTo(500);
        job.take(Inputs.pricing("lead-7", "e7", T), Inputs.pricing("lead-8", "again", T));
        assertThat(job.count(SourceTopic.WEB_ACCESS, Outcome.DUPLICATE)).isEqualTo(1);
        assertThat(job.published().row("lead-8").getIntentMilli()).isEqualTo(60_000);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void keepsNothingOfWhatCameAfterTheSnapshot(Backend backend) throws Exception {
    OperatorSubtaskState snapshot;
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), backend)) {
      job.take(Inputs.pricing("ada", "e1", T));
      snapshot = job.checkpoint();
      job.take(Inputs.pricing("ada", "e2", T));
    }
    try (ScoreLeadHarness job = ScoreLeadHarness.restored(Settings.replay(), backend, snapshot)) {
      job.take(Inputs.webinar("ada", "e3", T));
      assertThat(job.published().row("ada").getIntentMilli()).isEqualTo(70_000);
    }
  }

  @Test
  void countsACopyOnce() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), Backend.HEAP)) {
      job.take(Inputs.pricing("ada", "e1", T), Inputs.pricing("ada", "e1", T));
      assertThat(job.published().row("ada").getIntentMilli()).isEqualTo(30_000);
      assertThat(job.published().log()).hasSize(1);
    }
  }

  @Test
  void reportsMachinesAndScoresNothingForThem() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), Backend.HEAP)) {
      job.take(Inputs.machineOpen("ada", "m1", T), Inputs.machineOpen("ada", "m1", T));
      job.take(Inputs.pricing("ada", "e1", T));
      assertThat(job.published().suspects())
          .singleElement()
          .satisfies(suspect -> assertThat(suspect.getReasons()).containsExactly("machine-open"));
      LeadScore row = job.published().row("ada");
      assertThat(row.getIntentMilli()).isEqualTo(30_000);
      assertThat(row.getSuspects()).isEqualTo(1);
    }
  }

  @Test
  void raisesAnAlertOnceAndCompleteInItself() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), Backend.HEAP)) {
      job.take(Inputs.profile("ada", T, Inputs.company(T, "Midori", 400)));
      job.take(Inputs.webinar("ada", "e1", T), Inputs.pricing("ada", "e2", T));
      job.take(Inputs.pricing("ada", "e3", T), Inputs.page("ada", "e4", T, "/about"));
      assertThat(job.published().alertCauses()).containsExactly("RAISED threshold");
      HotLeadAlert alert = job.published().alerts().get(0);
      assertThat(alert.getIntentMilli()).isEqualTo(100_000);
      assertThat(alert.getProfile().getCompany()).isEqualTo("Midori");
      assertThat(alert.getModelVersion()).isEqualTo(1);
      assertThat(alert.getTouches()).hasSize(3);
    }
  }

  @Test
  void keepsNewsToTheOwnerWhileSalesHoldsTheLead() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), Backend.HEAP)) {
      job.take(Inputs.pricing("ada", "e1", T));
      job.take(Inputs.sales("ada", "s1", T, SalesActivity.Kind.ACCEPTED));
      job.take(Inputs.contact("ada", "e2", T + HOUR));
      assertThat(job.published().row("ada").getHeld()).isTrue();
      assertThat(job.published().alertCauses()).containsExactly("UPDATED hand-raise:contact-form");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LOST", "RECYCLED"})
  void halvesWhatCameBeforeSalesGaveTheLeadBack(SalesActivity.Kind kind) throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), Backend.HEAP)) {
      job.take(Inputs.pricing("ada", "e1", T));
      job.take(Inputs.sales("ada", "s1", T + HOUR, kind));
      long afterAnHour = job.published().row("ada").getIntentMilli();
      assertThat(afterAnHour).isBetween(14_850L, 15_000L);
    }
  }
}
