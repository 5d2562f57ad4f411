package io.leadpulse.jobs.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.engine.lead.SalesActivity;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.schemas.HotLeadAlert;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MergeTest {
  private static final long T = Inputs.START;
  private static final SplittableRandom ANY = new SplittableRandom(1);

  private static ScaledJob job() throws Exception {
    return job(Settings.live(), Backend.HEAP);
  }

  private static ScaledJob job(ScoreSettings settings, Backend backend) throws Exception {
    ScaledJob job = new ScaledJob(settings, List.of(TestModel.first()), backend);
    job.watermark(T);
    return job;
  }

  private static void take(ScaledJob job, LeadInput... inputs) throws Exception {
    for (LeadInput input : inputs) {
      job.take(input);
    }
    job.settle(ANY);
  }

  private static long intent(ScaledJob job, String lead) {
    return job.published().row(lead).getIntentMilli();
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void whatBothDidCountsForOneAndTheOtherIsGone(Backend backend) throws Exception {
    try (ScaledJob job = job(Settings.live(Caches.UNBOUNDED), backend)) {
      job.rescale(3);
      take(job, Inputs.pricing("ada", "p1", T), Inputs.page("bob", "o1", T, "/"));
      take(job, Inputs.merge("ada", "bob"));

      assertThat(job.published().rows().keySet()).containsExactly("bob/sales");
      assertThat(intent(job, "bob")).isEqualTo(32_000);
    }
  }

  @Test
  void whatComesLaterUnderTheOldIdFollows() throws Exception {
    try (ScaledJob job = job()) {
      take(job, Inputs.page("bob", "o1", T, "/"), Inputs.merge("ada", "bob"));
      job.take(Inputs.pricing("ada", "p1", T));
      assertThat(job.count(SourceTopic.WEB_ACCESS, Outcome.WAITING)).isEqualTo(1);

      job.settle(ANY);
      assertThat(intent(job, "bob")).isEqualTo(32_000);
      assertThat(job.count(SourceTopic.WEB_ACCESS, Outcome.WAITING)).isZero();
      assertThat(job.count(SourceTopic.WEB_ACCESS, Outcome.APPLIED)).isEqualTo(2);

      take(job, Inputs.pricing("ada", "p1", T));
      assertThat(job.count(SourceTopic.WEB_ACCESS, Outcome.DUPLICATE)).isEqualTo(1);
    }
  }

  @Test
  void aChainEndsAtItsLast() throws Exception {
    try (ScaledJob job = job()) {
      take(job, Inputs.pricing("ada", "p1", T), Inputs.merge("ada", "bob"));
      take(job, Inputs.page("bob", "o1", T, "/"), Inputs.merge("bob", "eve"));
      take(job, Inputs.page("ada", "o2", T, "/b"));
      assertThat(job.published().rows().keySet()).containsExactly("eve/sales");
      assertThat(intent(job, "eve")).isEqualTo(34_000);
    }
  }

  @Test
  void aMergedLeadThatIsMergedAgainTakesItsPersonAlong() throws Exception {
    try (ScaledJob job = job()) {
      take(job, Inputs.pricing("ada", "p1", T), Inputs.page("bob", "o1", T, "/"));
      take(job, Inputs.merge("ada", "bob"));
      take(job, Inputs.merge("ada", "eve"));
      assertThat(job.published().rows().keySet()).containsExactly("eve/sales");
      assertThat(intent(job, "eve")).isEqualTo(32_000);
    }
  }

  @Test
  void aCircleEndsAtTheSmallestId() throws Exception {
    try (ScaledJob job = job()) {
      take(
          job,
          Inputs.pricing("ada", "p1", T),
          Inputs.page("bob", "o1", T, "/"),
          Inputs.merge("ada", "bob"),
          Inputs.merge("bob", "eve"),
          Inputs.merge("eve", "ada"));
      take(job, Inputs.page("eve", "o2", T, "/b"));
      assertThat(job.published().rows().keySet()).containsExactly("ada/sales");
      assertThat(intent(job, "ada")).isEqualTo(34_000);
    }
  }

  @Test
  void theSameMergeAgainChangesNothing() throws Exception {
    try (ScaledJob job = job()) {
      take(job, Inputs.pricing("ada", "p1", T), Inputs.merge("ada", "bob"));
      take(job, Inputs.merge("ada", "bob"), Inputs.merge("bob", "ada"));
      assertThat(intent(job, "bob")).isEqualTo(30_000);
      assertThat(job.count(SourceTopic.IDENTITY, Outcome.DUPLICATE)).isEqualTo(2);
      assertThat(job.count(SourceTopic.IDENTITY, Outcome.APPLIED)).isEqualTo(1);
    }
  }

  @Test
  void aSplitRestoresBoth() throws Exception {
    try (ScaledJob job = job()) {
      take(job, Inputs.pricing("ada", "p1", T), Inputs.page("bob", "o1", T, "/"));
      take(job, Inputs.merge("ada", "bob"));
      take(job, Inputs.page("ada", "o2", T, "/b"));
      job.take(Inputs.split("ada"));
      job.take(Inputs.page("ada", "o3", T, "/c"));
      job.settle(ANY);
      assertThat(intent(job, "ada")).isEqualTo(34_000);
      assertThat(intent(job, "bob")).isEqualTo(2_000);
      take(job, Inputs.split("ada"));
      assertThat(intent(job, "ada")).isEqualTo(34_000);
    }
  }

  @Test
  void aSplitTakesAlongWhoWasMergedBefore() throws Exception {
    try (ScaledJob job = job()) {
      take(job, Inputs.pricing("ada", "p1", T), Inputs.merge("ada", "bob"));
      take(job, Inputs.page("eve", "o1", T, "/"), Inputs.merge("bob", "eve"));
      take(job, Inputs.split("bob"));
      assertThat(intent(job, "bob")).isEqualTo(30_000);
      assertThat(intent(job, "eve")).isEqualTo(2_000);
      take(job, Inputs.split("ada"));
      assertThat(intent(job, "ada")).isEqualTo(30_000);
      assertThat(intent(job, "bob")).isZero();
    }
  }

  @Test
  void theNewestProfileOfAPersonCounts() throws Exception {
    try (ScaledJob job = job()) {
      take(job, Inputs.page("bob", "o1", T, "/"));
      take(job, Inputs.profile("bob", T, Inputs.company(T, "Old", 10)));
      take(job, Inputs.profile("ada", T, Inputs.company(T + 1, "New", 500)));
      take(job, Inputs.merge("ada", "bob"));
      assertThat(job.published().row("bob").getFit().toString()).isEqualTo("A");

      take(job, Inputs.profile("ada", T, Inputs.company(T + 2, "Newer", 10)));
      assertThat(job.published().row("bob").getFit().toString()).isNotEqualTo("A");

      take(job, Inputs.profile("ada", T, Inputs.company(T + 3, "Newest", 500)));
      take(job, Inputs.split("ada"), Inputs.page("ada", "o2", T, "/b"));
      assertThat(job.published().row("ada").getFit().toString()).isEqualTo("A");
      assertThat(job.published().row("bob").getFit().toString()).isNotEqualTo("A");
    }
  }

  /** A source that merges two of its records deletes one of them. */
  @Test
  void aProfileDeletedUnderOneIdLeavesThoseUnderTheOthers() throws Exception {
    try (ScaledJob job = job()) {
      take(job, Inputs.page("bob", "o1", T, "/"));
      take(job, Inputs.profile("bob", T, Inputs.company(T, "Kept", 500)));
      take(job, Inputs.profile("ada", T, Inputs.company(T + 1, "Deleted", 10)));
      take(job, Inputs.merge("ada", "bob"));
      assertThat(job.published().row("bob").getCompany()).isEqualTo("Deleted");

      take(job, Inputs.profileRemoved("ada", T + 2));
      assertThat(job.published().row("bob").getCompany()).isEqualTo("Kept");
      assertThat(job.published().row("bob").getFit().toString()).isEqualTo("A");

      take(job, Inputs.profileRemoved("bob", T + 3));
      assertThat(job.published().row("bob").getCompany()).isEmpty();

      take(job, Inputs.split("ada"), Inputs.page("ada", "o2", T, "/b"));
      assertThat(job.published().row("ada").getCompany()).isEmpty();
    }
  }

  @Test
  void aClickGoesOnWaitingAtTheOtherLead() throws Exception {
    try (ScaledJob job = job()) {
      take(job, Inputs.click("ada", "c1", T, "/a"), Inputs.merge("ada", "bob"));
      assertThat(job.count(SourceTopic.EMAIL_ENGAGEMENT, Outcome.PENDING)).isEqualTo(1);

      job.setProcessingTime(T + 15_000);
      job.settle(ANY);
      assertThat(intent(job, "bob")).isEqualTo(20_000);
      assertThat(job.count(SourceTopic.EMAIL_ENGAGEMENT, Outcome.PENDING)).isZero();
      assertThat(job.count(SourceTopic.EMAIL_ENGAGEMENT, Outcome.APPLIED)).isEqualTo(1);
    }
  }

  @Test
  void clicksThatCameOneAfterTheOtherAreReleasedSo() throws Exception {
    try (ScaledJob job = job()) {
      job.take(Inputs.click("ada", "c1", T, "/a"));
      take(job, Inputs.click("ada", "c2", T + 5_000, "/b"), Inputs.merge("ada", "bob"));

      job.setProcessingTime(T + 15_000);
      assertThat(job.count(SourceTopic.EMAIL_ENGAGEMENT, Outcome.PENDING)).isEqualTo(1);
      job.setProcessingTime(T + 20_000);
      assertThat(job.count(SourceTopic.EMAIL_ENGAGEMENT, Outcome.PENDING)).isZero();
      assertThat(job.count(SourceTopic.EMAIL_ENGAGEMENT, Outcome.APPLIED)).isEqualTo(2);
    }
  }

  /** Else it would lie in several partitions, and nobody would know which verdict is the last. */
  @Test
  void allThatIsToldOfASuspectIsToldOfTheLeadThatHasIt() throws Exception {
    try (ScaledJob job = job()) {
      take(job, Inputs.merge("ada", "bob"));
      take(
          job,
          Inputs.click("ada", "c1", T, "/a"),
          Inputs.click("ada", "c2", T + 1_000, "/b"),
          Inputs.click("ada", "c3", T + 2_000, "/c"));
      assertThat(job.published().suspects())
          .hasSize(3)
          .allMatch(suspect -> suspect.getLeadId().equals("bob"));
    }
  }

  /** It may take up there again what the other brings before its own episode is back. */
  @Test
  void copiesThatComeWhileLeadsGoInACircleCountOnce() throws Exception {
    for (int seed = 0; seed < 30; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      try (ScaledJob job = job()) {
        take(job, Inputs.pricing("ada", "p1", T));
        job.take(Inputs.merge("bob", "ada"));
        for (int copy = 0; copy < 12; copy++) {
          job.take(Inputs.merge("ada", "bob"));
          job.checkpoint();
          job.deliver(random);
          job.take(Inputs.pricing("ada", "p1", T));
        }
        job.settle(random);
        assertThat(intent(job, "ada")).as("seed %d", seed).isEqualTo(30_000);
      }
    }
  }

  @Test
  void noAlertOfALeadInACircleHasTheIdOfAnother() throws Exception {
    noTwoAlertsInACircleAreTheSame(Inputs.contact("ada", "f1", T));
  }

  @Test
  void noNewsOfALeadThatSalesHasInACircleHasTheIdOfAnother() throws Exception {
    noTwoAlertsInACircleAreTheSame(
        Inputs.sales("ada", "s1", T, SalesActivity.Kind.ACCEPTED), Inputs.contact("ada", "f1", T));
  }

  private static void noTwoAlertsInACircleAreTheSame(LeadInput... first) throws Exception {
    for (int seed = 0; seed < 30; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      try (ScaledJob job = job()) {
        take(job, first);
        job.take(Inputs.merge("bob", "ada"));
        for (int form = 2; form < 12; form++) {
          job.take(Inputs.merge("ada", "bob"));
          job.take(Inputs.contact("ada", "f" + form, T));
          job.checkpoint();
          job.deliver(random);
        }
        job.settle(random);
        assertThat(job.published().alerts())
            .as("seed %d", seed)
            .extracting(HotLeadAlert::getMessageId)
            .doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void salesHearsWhereTheLeadWentAndOfNoNewOne() throws Exception {
    try (ScaledJob job = job()) {
      take(job, Inputs.contact("ada", "f1", T));
      take(job, Inputs.pricing("bob", "p1", T), Inputs.merge("ada", "bob"));
      assertThat(job.published().alertCauses())
          .containsExactly("RAISED hand-raise:contact-form", "UPDATED merged");
      assertThat(job.published().alerts().get(1).getMergedInto()).isEqualTo("bob");
      assertThat(job.published().row("bob").getTier().toString()).isEqualTo("HOT");
    }
  }

  @Test
  void reportsOfSalesUnderTheOldIdCountForThePerson() throws Exception {
    try (ScaledJob job = job()) {
      take(job, Inputs.pricing("bob", "p1", T), Inputs.merge("ada", "bob"));
      take(job, Inputs.sales("ada", "s1", T, SalesActivity.Kind.ACCEPTED));
      assertThat(job.published().row("bob").getHeld()).isTrue();
    }
  }

  @Test
  void anInputWhosePersonWasLostOnTheWayIsDroppedInTheEnd() throws Exception {
    try (ScaledJob job = job()) {
      job.take(Inputs.merge("ada", "bob"));
      job.take(Inputs.merge("bob", "ada"));
      job.loseTransfers();
      take(job, Inputs.pricing("ada", "p1", T), Inputs.split("ada"));
      assertThat(job.published().rows()).isEmpty();
      assertThat(job.count(SourceTopic.WEB_ACCESS, Outcome.DROPPED)).isEqualTo(1);
      assertThat(job.count(SourceTopic.WEB_ACCESS, Outcome.WAITING)).isZero();
      assertThat(job.count(SourceTopic.IDENTITY, Outcome.DROPPED)).isEqualTo(1);
    }
  }

  @Test
  void anInputWhoseLeadWasLostOnTheWayCountsWhereItWent() throws Exception {
    try (ScaledJob job = job()) {
      job.take(Inputs.merge("ada", "bob"));
      job.loseTransfers();
      take(job, Inputs.pricing("ada", "p1", T), Inputs.split("ada"));
      assertThat(intent(job, "bob")).isEqualTo(30_000);
      assertThat(job.count(SourceTopic.IDENTITY, Outcome.DROPPED)).isEqualTo(1);
    }
  }

  @Test
  void whatAnotherRunSentIsIgnored() throws Exception {
    try (ScaledJob job = job()) {
      take(job, Inputs.pricing("bob", "p1", T));
      job.take(
          new LeadInput.Transferred(
              0, 0, T, 8, LeadInput.Transferred.Kind.ERASED, "bob", List.of(), new byte[0]));
      take(job, Inputs.page("bob", "o1", T, "/"));
      assertThat(intent(job, "bob")).isEqualTo(32_000);
    }
  }
}
