package io.leadpulse.jobs.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.account.MemberUpdate;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.jobs.record.AccountInput;
import io.leadpulse.jobs.record.AccountInput.Alerted;
import io.leadpulse.jobs.record.AccountInput.Scored;
import io.leadpulse.jobs.record.LeadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What accounts are told of their leads. */
class AccountDeskTest {
  private static final long T = Inputs.START;

  private static LeadInput profile(String lead, long at, String account) {
    Profile profile =
        new Profile(
            at,
            account,
            account + " Inc.",
            "",
            "",
            "JP",
            "",
            0,
            "",
            "",
            Exclusion.NONE,
            true,
            false,
            Map.of());
    return Inputs.profile(lead, at, profile);
  }

  /** Adds and removals by account and lead, in order, such as {@code acme ada 30000}. */
  private static List<String> told(ScoreLeadHarness job) {
    List<String> told = new ArrayList<>();
    for (AccountInput input : job.toAccounts()) {
      if (input instanceof Scored scored) {
        MemberUpdate update = scored.update();
        Object what = update.isGone() ? "gone" : update.intents().values();
        told.add(scored.accountId() + " " + update.leadId() + " " + what);
      } else if (input instanceof Alerted alerted) {
        told.add(alerted.accountId() + " " + alerted.leadId() + " alert");
      }
    }
    return told;
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void aLeadThatChangesAccountTakesItsWeightAlongAtOnce(Backend backend) throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), backend)) {
      job.take(Inputs.pricing("ada", "e1", T));
      job.take(profile("ada", T, "acme"));
      job.take(profile("ada", T + 1, "bolt"));
      job.take(profile("ada", T + 2, ""));
      job.take(Inputs.pricing("ada", "e2", T));
      assertThat(told(job))
          .containsExactly(
              "acme ada [30000]", "acme ada gone", "bolt ada [30000]", "bolt ada gone");
    }
  }

  @Test
  void aCompanyIsToldWithTheName() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), Backend.HEAP)) {
      job.take(profile("ada", T, "acme"));
      job.take(Inputs.pricing("ada", "e1", T));
      assertThat(job.toAccounts())
          .singleElement()
          .isInstanceOfSatisfying(
              Scored.class, scored -> assertThat(scored.company()).isEqualTo("acme Inc."));
    }
  }

  @Test
  void alertsPassByTheAccount() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), Backend.HEAP)) {
      job.take(profile("ada", T, "acme"));
      job.take(Inputs.contact("ada", "e1", T), Inputs.contact("bob", "e2", T));
      assertThat(told(job)).contains("acme ada alert").noneMatch(line -> line.contains("bob"));
      assertThat(job.published().alertCauses()).hasSize(2);
    }
  }

  @Test
  void aLeadThatIsErasedOrMergedWeighsNothing() throws Exception {
    try (ScoreLeadHarness job = ScoreLeadHarness.fresh(Settings.replay(), Backend.HEAP)) {
      job.take(profile("ada", T, "acme"), profile("bob", T, "acme"));
      job.take(Inputs.pricing("ada", "e1", T), Inputs.pricing("bob", "e2", T));
      job.take(Inputs.erase("ada"), Inputs.merge("bob", "cyd"));
      assertThat(told(job))
          .containsExactly("acme ada [30000]", "acme bob [30000]", "acme ada [0]", "acme bob [0]");
    }
  }
}
