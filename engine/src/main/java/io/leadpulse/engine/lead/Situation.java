package io.leadpulse.engine.lead;

import io.leadpulse.engine.classify.ProfileVerdict;
import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Fit;
import io.leadpulse.engine.profile.Profile;
import java.util.function.Supplier;

/** One lead on one scorecard at one hour, as the policies and texts need to see it. */
record Situation(
    String leadId,
    LeadState state,
    Standing standing,
    ScoringModel model,
    Scorecard card,
    ProfileVerdict verdict,
    Supplier<Profile> profile,
    int hour) {

  Fit fit() {
    return verdict.fit();
  }

  /** Why the lead is nobody to sell to, whether the model heeds it or not. */
  Exclusion exclusion() {
    Exclusion bySales = state.sales.exclusion();
    return bySales == Exclusion.NONE ? verdict.exclusion() : bySales;
  }

  boolean isExcluded() {
    return model.exclusions().contains(exclusion());
  }

  boolean isHeld() {
    return state.sales.isHeld();
  }

  boolean isCoolingDown() {
    return hour < standing.cooldownUntil;
  }

  long failedGates() {
    return verdict.failedGates().get(card.index());
  }

  /** Whether the lead raised its hand a short time ago and no gate keeps the episode shut. */
  boolean isHandUp() {
    return hour < standing.keepUntil && failedGates() == 0;
  }

  long enter() {
    return card.hot().enter(fit());
  }
}
