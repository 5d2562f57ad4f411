package io.leadpulse.jobs.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.engine.lead.SalesActivity;
import io.leadpulse.jobs.oracle.Published;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.schemas.SuspectEngagement;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuarantineTest {
  private static final long T = Inputs.START;
  private static final long SECOND = 1_000;
  private static final long WAIT = 15 * SECOND;

  @Test
  void aClickCountsWhenItHasWaitedByTheClock() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.live(), Backend.HEAP)) {
      job.watermark(T);
      job.take(Inputs.click("ada", "c1", T, "/a"));
      job.setProcessingTime(T + WAIT - 1);
      assertThat(job.published().rows()).isEmpty();
      assertThat(counts(job)).isEqualTo("0 applied, 0 suspect, 1 pending");

      job.setProcessingTime(T + WAIT);
      assertThat(job.published().row("ada").getIntentMilli()).isEqualTo(20_000);
      assertThat(counts(job)).isEqualTo("1 applied, 0 suspect, 0 pending");
    }
  }

  @Test
  void aClickCountsWhenItHasWaitedByTheTimeOfEvents() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), Backend.HEAP)) {
      job.take(Inputs.click("ada", "c1", T, "/a"));
      job.watermark(T + WAIT - 1);
      assertThat(job.published().rows()).isEmpty();

      job.watermark(T + WAIT);
      assertThat(job.published().row("ada").getIntentMilli()).isEqualTo(20_000);
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void aClickGoesOnWaitingAfterARestore(Backend backend) throws Exception {
    ScoreSettings settings = Settings.live(Caches.UNBOUNDED);
    OperatorSubtaskState state;
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(settings, backend)) {
      job.watermark(T);
      job.take(Inputs.click("ada", "c1", T, "/a"));
      state = job.checkpoint();
    }
    try (ScoreLeadHarness job = ScoreLeadHarness.restored(settings, backend, state)) {
      job.watermark(T);
      job.setProcessingTime(T + WAIT);
      assertThat(job.published().row("ada").getIntentMilli()).isEqualTo(20_000);
      assertThat(counts(job)).isEqualTo("1 applied, 0 suspect, 0 pending");
    }
  }

  @Test
  void aBurstThatShowsLaterTakesBackWhatCounted() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.live(), Backend.HEAP)) {
      job.watermark(T);
      LeadInput first = Inputs.click("ada", "c1", T, "/a");
      job.take(first, Inputs.click("ada", "c2", T + 100, "/b"));
      job.setProcessingTime(T + WAIT + 100);
      assertThat(job.published().row("ada").getIntentMilli()).isEqualTo(40_000);

      job.take(Inputs.click("ada", "c3", T + 200, "/c"));
      Published published = job.published();
      assertThat(published.row("ada").getIntentMilli()).isZero();
      assertThat(published.suspects())
          .hasSize(3)
          .allSatisfy(s -> assertThat(s.getReasons()).containsExactly("click-burst"));
      assertThat(published.suspects()).extracting(SuspectEngagement::getEventId).contains("c3", "");
      assertThat(published.suspects())
          .extracting(SuspectEngagement::getOffset)
          .contains(first.offset());
      assertThat(counts(job)).isEqualTo("0 applied, 3 suspect, 0 pending");
    }
  }

  @Test
  void anAlertThatMachinesCausedIsRecalled() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.live(), Backend.HEAP)) {
      hotByClicks(job);
      job.take(Inputs.click("ada", "c3", T + 200, "/c"));
      assertThat(job.published().alertCauses())
          .containsExactly("RAISED threshold", "RECALLED machine-made");
    }
  }

  @Test
  void anAlertThatSalesActedUponCoolsInstead() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.live(), Backend.HEAP)) {
      hotByClicks(job);
      job.take(Inputs.sales("ada", "s1", T + WAIT + SECOND, SalesActivity.Kind.ACCEPTED));
      job.take(Inputs.click("ada", "c3", T + 200, "/c"));
      assertThat(job.published().alertCauses()).contains("COOLED below-exit");
    }
  }

  private static void hotByClicks(ScoreLeadHarness job) throws Exception {
    job.watermark(T);
    job.take(Inputs.webinar("ada", "w1", T), Inputs.pricing("ada", "p1", T));
    job.take(Inputs.click("ada", "c1", T, "/a"), Inputs.click("ada", "c2", T + 100, "/b"));
    job.setProcessingTime(T + WAIT + 100);
    assertThat(job.published().alertCauses()).containsExactly("RAISED threshold");
  }

  @Test
  void aVisitOfAPersonBringsAClickBack() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), Backend.HEAP)) {
      for (String path : List.of("/a", "/b", "/c")) {
        job.take(Inputs.click("ada", "c" + path, T, path));
      }
      job.take(
          Inputs.engaged(
              Inputs.of(EventKind.PAGE_VIEW, "ada", "p1", T + 2 * SECOND)
                  .path("/a")
                  .session("s")
                  .dwellSeconds(30)
                  .scrollPercent(80)));
      assertThat(job.published().suspects()).hasSize(4);
      assertThat(job.published().suspects().get(3).getReasons()).isEmpty();
      assertThat(job.published().row("ada").getIntentMilli()).isEqualTo(22_000);
      assertThat(counts(job)).isEqualTo("1 applied, 2 suspect, 0 pending");
    }
  }

  private static String counts(ScoreLeadHarness job) {
    SourceTopic mail = SourceTopic.EMAIL_ENGAGEMENT;
    return "%d applied, %d suspect, %d pending"
        .formatted(
            job.count(mail, Outcome.APPLIED),
            job.count(mail, Outcome.SUSPECT),
            job.count(mail, Outcome.PENDING));
  }
}
