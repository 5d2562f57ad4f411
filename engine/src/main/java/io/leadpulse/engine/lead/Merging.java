package io.leadpulse.engine.lead;

import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.profile.Profile;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes one person of several leads, and several of one again, by one release; or forgets one.
 * Belongs to its {@link LeadScorer}, whose {@link Step} it fills.
 *
 * <p>A merge is {@link #onDeparture}, {@link #pack} and, at the other lead, {@link #onArrival}; a
 * split is {@link #takeOut}, {@link #unpack} and {@link #onReturn}.
 */
public final class Merging {
  private final int cards;
  private final Situation situation;
  private final Settlement settlement;
  private final Evaluator evaluator;
  private final Merger merger;
  private final VerdictApplier applier;
  private final Step step;

  Merging(
      ScoringModel model,
      Situation situation,
      Settlement settlement,
      Evaluator evaluator,
      Merger merger,
      VerdictApplier applier,
      Step step) {
    cards = model.scorecards().size();
    this.situation = situation;
    this.settlement = settlement;
    this.evaluator = evaluator;
    this.merger = merger;
    this.applier = applier;
    this.step = step;
  }

  /**
   * Takes leave of a lead that is merged into another: its rows go, and who was told of it learns
   * where it went. {@link #pack} takes the rest along.
   */
  public Step onDeparture(LeadState state, String leadId, String into, Supplier<Profile> profile) {
    step.clear();
    situation.turnTo(state, leadId, profile);
    for (int card = 0; card < cards; card++) {
      evaluator.leave(situation.at(card), into);
    }
    return step;
  }

  /**
   * The lead as it goes to another, with all that were merged into it; the state is not used any
   * more.
   *
   * @param profile of its own, as it is stored; empty for none
   * @param profileAt when that was changed, epoch milliseconds
   */
  public LeadPackage pack(
      LeadState state, String leadId, String into, byte[] profile, long profileAt) {
    return merger.pack(state, leadId, into, profile, profileAt);
  }

  /**
   * Takes a lead that was merged into this one. The score is then as if they had been one person
   * from the start; an episode goes on, and none begins.
   */
  public Step onArrival(
      LeadState state, String leadId, LeadPackage arrived, Supplier<Profile> profile) {
    step.clear();
    situation.turnTo(state, leadId, profile);
    Part other = arrived.parts.get(0);
    int clock = Math.max(state.clock, other.state.clock);
    if (clock != Standing.NEVER_YET) {
      settlement.advance(clock);
    }
    merger.add(state, leadId, arrived);
    state.forgetVerdict();
    for (int card = 0; card < cards; card++) {
      Situation lead = situation.at(card);
      evaluator.join(lead, other.state.standing(lead.card().hash()), other.id);
    }
    arrived.parts.forEach(part -> part.state.standings.forEach(Standing::retire));
    if (clock != Standing.NEVER_YET) {
      settlement.extendExpiry();
      publish();
    }
    return step;
  }

  /**
   * Takes an alias out of a lead again, with those that were merged into it before.
   *
   * @return it as it goes back; null if the lead has no such alias
   */
  public @Nullable LeadPackage takeOut(
      LeadState state, String leadId, String alias, Supplier<Profile> profile) {
    step.clear();
    situation.turnTo(state, leadId, profile);
    LeadPackage leaving = merger.remove(state, alias);
    if (leaving.parts.isEmpty()) {
      return null;
    }
    LeadState other = leaving.parts.get(0).state;
    for (int card = 0; card < cards; card++) {
      Situation lead = situation.at(card);
      lead.coolDown(other.standing(lead.card().hash()));
    }
    state.forgetVerdict();
    state.revision++;
    settlement.extendExpiry();
    publish();
    return leaving;
  }

  /** What {@link #takeOut} brought about. */
  public Step lastStep() {
    return step;
  }

  /** The lead that was taken out of another, as it was before it was merged. */
  public LeadState unpack(LeadPackage returned) {
    step.clear();
    LeadState state = merger.unpack(returned);
    state.timerHour(Standing.NEVER);
    return state;
  }

  /** Publishes a lead that was taken out of another. */
  public Step onReturn(LeadState state, String leadId, Supplier<Profile> profile) {
    step.clear();
    situation.turnTo(state, leadId, profile);
    if (state.clock != Standing.NEVER_YET) {
      state.forgetVerdict();
      state.revision++;
      settlement.extendExpiry();
      publish();
    }
    return step;
  }

  /**
   * Forgets a lead: its rows go, an alert that sales has is taken back without a word of what was
   * known, and clicks that wait are erased. The state is not used any more.
   */
  public Step onErasure(LeadState state, String leadId) {
    step.clear();
    applier.erase(state);
    LeadState bare = new LeadState();
    bare.standings.addAll(state.standings);
    bare.clock = state.clock;
    situation.turnTo(bare, leadId, () -> Profile.UNKNOWN);
    for (int card = 0; card < cards; card++) {
      evaluator.erase(situation.at(card));
    }
    return step;
  }

  private void publish() {
    for (int card = 0; card < cards; card++) {
      evaluator.evaluate(situation.at(card), Cause.NEWS, null);
    }
  }
}
