package io.leadpulse.engine.lead;

import io.leadpulse.engine.classify.ProfilePolicy;
import io.leadpulse.engine.classify.ProfileVerdict;
import io.leadpulse.engine.model.Audience;
import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Fit;
import io.leadpulse.engine.profile.Profile;
import java.util.List;
import java.util.function.Supplier;

/**
 * One lead on one scorecard at one hour, as the policies and texts need to see it. One object
 * serves all leads of a {@link LeadScorer} in turn, since each event needs one per scorecard.
 */
final class Situation {
  private static final ProfileVerdict NOBODY =
      new ProfileVerdict(Fit.UNKNOWN, Exclusion.NONE, 0, List.of());

  private final ScoringModel model;
  private final ProfilePolicy profilePolicy;
  private final Scorecard[] cards;
  private String leadId = "";
  private LeadState state = new LeadState();
  private Supplier<Profile> profile = () -> Profile.UNKNOWN;
  private Scorecard card;
  private Standing standing;
  private ProfileVerdict verdict = NOBODY;
  private int hour;

  Situation(ScoringModel model, ProfilePolicy profilePolicy) {
    this.model = model;
    this.profilePolicy = profilePolicy;
    cards = model.scorecards().toArray(Scorecard[]::new);
    card = cards[0];
    standing = new Standing(card.hash());
  }

  /** Turns to another lead. */
  void turnTo(LeadState otherState, String otherId, Supplier<Profile> otherProfile) {
    state = otherState;
    leadId = otherId;
    profile = otherProfile;
  }

  /** Turns to a scorecard by its index, at the lead's own hour. */
  Situation at(int index) {
    card = cards[index];
    standing = state.standing(card.hash());
    verdict = judged();
    hour = state.clock;
    return this;
  }

  /** What the model says of the profile of the lead at hand, judged at most once. */
  ProfileVerdict judged() {
    ProfileVerdict known = state.verdict;
    if (known == null || state.verdictVersion != model.version()) {
      known = profilePolicy.judge(profile.get());
      state.verdict = known;
      state.verdictVersion = model.version();
    }
    return known;
  }

  String leadId() {
    return leadId;
  }

  LeadState state() {
    return state;
  }

  Standing standing() {
    return standing;
  }

  ScoringModel model() {
    return model;
  }

  Scorecard card() {
    return card;
  }

  ProfileVerdict verdict() {
    return verdict;
  }

  Supplier<Profile> profile() {
    return profile;
  }

  int hour() {
    return hour;
  }

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

  /** Whether sales has the lead, and so is not alerted of it here. */
  boolean isHeld() {
    return state.sales.isHeld() && !(isForCustomers() && state.sales.isCustomer());
  }

  /** Whether the scorecard is for customers and the lead is none. */
  boolean isNoCustomer() {
    return isForCustomers() && !state.sales.isCustomer();
  }

  private boolean isForCustomers() {
    return card.audience() == Audience.CUSTOMERS;
  }

  boolean isCoolingDown() {
    return hour < standing.cooldownUntil;
  }

  long failedGates() {
    return verdict.failedGates().get(card.index());
  }

  /** Whether the lead raised its hand a short time ago and nothing keeps the episode shut. */
  boolean isHandUp() {
    return hour < standing.keepUntil && failedGates() == 0 && !isNoCustomer();
  }

  long enter() {
    return card.hot().enter(fit());
  }

  /** Lets another id of this lead cool down as long as the lead itself, which was just alerted. */
  void coolDown(Standing other) {
    int since = standing.raised ? hour + card.hot().cooldownHours() : standing.cooldownUntil;
    other.cooldownUntil = Math.max(other.cooldownUntil, since);
  }
}
