package io.leadpulse.engine.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.model.Audience;
import io.leadpulse.engine.model.Damper;
import io.leadpulse.engine.model.FitRule;
import io.leadpulse.engine.model.Gate;
import io.leadpulse.engine.model.HotRule;
import io.leadpulse.engine.model.Hygiene;
import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.Text;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Fit;
import io.leadpulse.engine.profile.Profile;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProfilePolicyTest {
  private static final Text TEXT = new Text("", "");

  @Test
  void theFirstFitRuleThatHoldsWins() {
    ProfilePolicy policy =
        ProfilePolicy.of(
            model(
                List.of(),
                List.of(
                    new FitRule(Fit.D, "profile.role == 'student'"),
                    new FitRule(Fit.A, "profile.employees >= 300"),
                    new FitRule(Fit.B, "profile.employees >= 100")),
                List.of()));

    assertThat(policy.judge(profile("student", 500, false, Map.of())).fit()).isEqualTo(Fit.D);
    assertThat(policy.judge(profile("manager", 500, false, Map.of())).fit()).isEqualTo(Fit.A);
    assertThat(policy.judge(profile("manager", 100, false, Map.of())).fit()).isEqualTo(Fit.B);
    assertThat(policy.judge(profile("manager", 99, false, Map.of())).fit()).isEqualTo(Fit.UNKNOWN);
  }

  @Test
  void dampersOnTheProfileAreBitsAndThoseOnSignalsNeverAre() {
    ProfilePolicy policy =
        ProfilePolicy.of(
            model(
                List.of(
                    damper(0, ""),
                    damper(1, "profile.emailOptOut"),
                    damper(2, "profile.role == 'student'")),
                List.of(),
                List.of()));

    assertThat(policy.judge(profile("x", 0, true, Map.of())).activeDampers()).isEqualTo(0b010);
    assertThat(policy.judge(profile("student", 0, true, Map.of())).activeDampers())
        .isEqualTo(0b110);
  }

  @Test
  void gatesThatDoNotHoldAreBitsOfTheirScorecard() {
    Gate budget = new Gate("budget", "profile.attributes['budget'] == 'confirmed'");
    Gate size = new Gate("size", "profile.employees > 0");
    ProfilePolicy policy =
        ProfilePolicy.of(
            model(
                List.of(),
                List.of(),
                List.of(scorecard(0, List.of()), scorecard(1, List.of(size, budget)))));

    assertThat(policy.judge(Profile.UNKNOWN).failedGates()).containsExactly(0L, 0b11L);
    assertThat(policy.judge(profile("x", 9, false, Map.of())).failedGates())
        .containsExactly(0L, 0b10L);
    assertThat(policy.judge(profile("x", 9, false, Map.of("budget", "confirmed"))).failedGates())
        .containsExactly(0L, 0L);
  }

  @Test
  void theExclusionIsTheProfiles() {
    ProfilePolicy policy = ProfilePolicy.of(model(List.of(), List.of(), List.of()));

    assertThat(policy.judge(profile("x", 0, false, Map.of())).exclusion())
        .isEqualTo(Exclusion.PARTNER);
  }

  private static ScoringModel model(
      List<Damper> dampers, List<FitRule> fitRules, List<Scorecard> scorecards) {
    return new ScoringModel(
        "model",
        1,
        ZoneOffset.UTC,
        24,
        500,
        Set.of(),
        List.of(),
        dampers,
        fitRules,
        scorecards,
        Hygiene.DEFAULT);
  }

  private static Damper damper(int index, String when) {
    return new Damper(index, "damper-" + index, 1, 2, List.of(), when, List.of(), 1, 1, TEXT);
  }

  private static Scorecard scorecard(int index, List<Gate> gates) {
    HotRule hot = new HotRule(Map.of(), 1, 0, 0, 0, 0, gates);
    return new Scorecard(
        index, "card-" + index, TEXT, Audience.LEADS, List.of(), List.of(), 2, 1, hot);
  }

  private static Profile profile(
      String role, int employees, boolean optOut, Map<String, String> attributes) {
    return new Profile(
        0,
        "",
        "",
        "",
        role,
        "",
        "",
        employees,
        "",
        "",
        Exclusion.PARTNER,
        false,
        optOut,
        attributes);
  }
}
