package io.leadpulse.engine.classify;

import io.leadpulse.engine.expression.Condition;
import io.leadpulse.engine.expression.Conditions;
import io.leadpulse.engine.model.Damper;
import io.leadpulse.engine.model.FitRule;
import io.leadpulse.engine.model.Gate;
import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.profile.Fit;
import io.leadpulse.engine.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a model says of profiles: fit, gates, dampers. Safe for use by many threads. */
public final class ProfilePolicy {
  private final List<Fit> grades = new ArrayList<>();
  private final List<Condition<Profile>> fitRules = new ArrayList<>();

  /** By damper; null where signals decide. */
  private final List<@Nullable Condition<Profile>> dampers = new ArrayList<>();

  private final List<List<Condition<Profile>>> gates = new ArrayList<>();

  private ProfilePolicy(ScoringModel model, Conditions conditions) {
    for (FitRule rule : model.fitRules()) {
      grades.add(rule.grade());
      fitRules.add(conditions.onProfile(rule.when()).orThrow());
    }
    for (Damper damper : model.dampers()) {
      dampers.add(damper.isOnProfile() ? conditions.onProfile(damper.when()).orThrow() : null);
    }
    for (Scorecard scorecard : model.scorecards()) {
      List<Condition<Profile>> ofScorecard = new ArrayList<>();
      for (Gate gate : scorecard.hot().gates()) {
        ofScorecard.add(conditions.onProfile(gate.when()).orThrow());
      }
      gates.add(ofScorecard);
    }
  }

  /**
   * The policy of a model.
   *
   * @throws IllegalArgumentException if an expression of the model does not compile
   */
  public static ProfilePolicy of(ScoringModel model) {
    return of(model, new Conditions());
  }

  /** The policy of a model some of whose expressions were compiled before. */
  public static ProfilePolicy of(ScoringModel model, Conditions conditions) {
    return new ProfilePolicy(model, conditions);
  }

  /** Judges a profile; costs much more than an event, so keep the verdict. */
  public ProfileVerdict judge(Profile profile) {
    return new ProfileVerdict(
        fit(profile), profile.exclusion(), activeDampers(profile), failedGates(profile));
  }

  private Fit fit(Profile profile) {
    for (int i = 0; i < fitRules.size(); i++) {
      if (fitRules.get(i).holds(profile)) {
        return grades.get(i);
      }
    }
    return Fit.UNKNOWN;
  }

  private long activeDampers(Profile profile) {
    long active = 0;
    for (int i = 0; i < dampers.size(); i++) {
      Condition<Profile> when = dampers.get(i);
      if (when != null && when.holds(profile)) {
        active |= 1L << i;
      }
    }
    return active;
  }

  private List<Long> failedGates(Profile profile) {
    List<Long> failed = new ArrayList<>();
    for (List<Condition<Profile>> ofScorecard : gates) {
      long bits = 0;
      for (int i = 0; i < ofScorecard.size(); i++) {
        bits |= ofScorecard.get(i).holds(profile) ? 0 : 1L << i;
      }
      failed.add(bits);
    }
    return failed;
  }
}
