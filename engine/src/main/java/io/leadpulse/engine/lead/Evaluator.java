package io.leadpulse.engine.lead;

import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.Signal;
import io.leadpulse.engine.score.Forecast;
import io.leadpulse.engine.score.RunningSums;
import io.leadpulse.engine.score.Score;
import io.leadpulse.engine.score.Valuation;
import org.jspecify.annotations.Nullable;

/**
 * Values one lead on one scorecard: moves tier and episode, publishes what is due, and tells when
 * silence alone will change something next.
 */
final class Evaluator {
  private final ScoringSettings settings;
  private final Step step;
  private final Valuation valuation;
  private final Sight sight;
  private final Forecast forecast;
  private final Rendering rendering;
  private final Episodes episodes;

  Evaluator(ScoringModel model, ScoringSettings settings, Step step) {
    this.settings = settings;
    this.step = step;
    valuation = new Valuation(model);
    sight = new Sight(valuation.appraisal());
    forecast = new Forecast(valuation.appraisal());
    rendering = new Rendering(sight, forecast);
    episodes = new Episodes(model, sight, rendering, step);
  }

  /**
   * Looks at a lead.
   *
   * @param handRaise the signal by which the lead asks to be contacted, null for none
   */
  void evaluate(Situation lead, Cause cause, @Nullable Signal handRaise) {
    sight.turnTo(lead);
    long intent = intent(lead);
    if (cause == Cause.RELEASE) {
      episodes.changeOver(lead, intent);
    } else {
      episodes.leave(lead, intent, cause == Cause.RETRACTION);
    }
    if (cause.raises) {
      episodes.accept(lead, intent, handRaise);
    }
    lead.standing().tier = tier(lead, intent);
    publish(lead, intent, cause);
    lead.standing().nextDue = Standing.UNFORESEEN;
  }

  /** Adds up the ledger only if the sums of the hour are not known already. */
  private long intent(Situation lead) {
    RunningSums sums = lead.state().sums;
    valuation.begin(sums, lead.verdict().activeDampers());
    if (valuation.isKnown(sums, lead.card(), lead.hour())) {
      return valuation.intent(sums, lead.card());
    }
    return sight.appraisal().intentAt(lead.hour(), sums);
  }

  /**
   * Tells of a touch that has just been put into the ledger.
   *
   * @param signal the hash of its id
   */
  void touched(LeadState state, int signal, int hour) {
    valuation.touched(state.sums, state.ledger, signal, hour);
  }

  /** What the model thinks of a lead, as it stands; changes nothing. */
  Prospect prospect(Situation lead) {
    sight.turnTo(lead);
    Score score = sight.appraisal().scoreAt(lead.hour());
    Standing standing = lead.standing();
    boolean hot = standing.open || EntryPolicy.isReady(lead, score);
    return new Prospect(hot, standing.tier, score.intent());
  }

  /** Takes back what was published of a lead that goes into another, and says where it went. */
  void leave(Situation lead, String into) {
    Standing standing = lead.standing();
    sight.turnTo(lead);
    if (standing.open && standing.raised) {
      standing.sequence++;
      step.add(rendering.alert(lead, Alert.Type.UPDATED, "merged", into));
    }
    if (standing.published) {
      standing.published = false;
      step.add(new ScoreRow(lead.leadId(), lead.card().id(), null));
    }
  }

  /** Takes back all that was published of a lead that is to be forgotten. */
  void erase(Situation lead) {
    sight.turnTo(lead);
    episodes.erase(lead);
    if (lead.standing().published) {
      step.add(new ScoreRow(lead.leadId(), lead.card().id(), null));
    }
  }

  /** Goes on with the episode of a lead that came into this one. */
  void join(Situation lead, Standing other, String otherId) {
    sight.turnTo(lead);
    episodes.join(lead, other, otherId);
  }

  private static Tier tier(Situation lead, long intent) {
    if (lead.standing().open) {
      return Tier.HOT;
    }
    boolean wasWarm = lead.standing().tier != Tier.COLD;
    long threshold = wasWarm ? lead.card().warmExit() : lead.card().warmEnter();
    return intent >= threshold ? Tier.WARM : Tier.COLD;
  }

  private void publish(Situation lead, long intent, Cause cause) {
    Standing standing = lead.standing();
    if (!isDue(lead, intent, cause)) {
      return;
    }
    standing.published = true;
    standing.publishedIntent = intent;
    standing.publishedTier = standing.tier;
    standing.publishedFit = lead.fit();
    standing.publishedExclusion = lead.exclusion();
    standing.publishedHeld = lead.isHeld();
    standing.publishedVersion = lead.model().version();
    step.add(rendering.row(lead));
  }

  private boolean isDue(Situation lead, long intent, Cause cause) {
    Standing standing = lead.standing();
    if (!standing.published) {
      return intent > 0 || standing.open;
    }
    return cause.publishes
        || Math.abs(intent - standing.publishedIntent) > settings.toleranceMilli()
        || standing.tier != standing.publishedTier
        || lead.fit() != standing.publishedFit
        || lead.exclusion() != standing.publishedExclusion
        || lead.isHeld() != standing.publishedHeld
        || lead.model().version() != standing.publishedVersion;
  }

  /** The next hour at which silence alone changes the tier, the episode or what is published. */
  int nextDue(Situation lead) {
    sight.turnTo(lead);
    Standing standing = lead.standing();
    int hour = lead.hour();
    int next = sight.appraisal().nextDamperEnd(hour);
    if (standing.open) {
      next = Math.min(next, rendering.hotUntil(lead));
    } else if (standing.tier == Tier.WARM) {
      next = Math.min(next, forecast.firstHourBelow(lead.card().warmExit(), hour));
    }
    if (standing.published) {
      long published = standing.publishedIntent;
      next = Math.min(next, forecast.firstHourOff(published, settings.toleranceMilli(), hour));
    }
    return next;
  }
}
