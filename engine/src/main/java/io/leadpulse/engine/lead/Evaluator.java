package io.leadpulse.engine.lead;

import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.Signal;
import io.leadpulse.engine.score.Appraisal;
import io.leadpulse.engine.score.Forecast;
import io.leadpulse.engine.score.Score;
import org.jspecify.annotations.Nullable;

/**
 * Values one lead on one scorecard: moves tier and episode, publishes what is due, and tells when
 * silence alone will change something next.
 */
final class Evaluator {
  private final ScoringSettings settings;
  private final Step step;
  private final Appraisal appraisal;
  private final Forecast forecast;
  private final Rendering rendering;
  private final Episodes episodes;

  Evaluator(ScoringModel model, ScoringSettings settings, Step step) {
    this.settings = settings;
    this.step = step;
    appraisal = new Appraisal(model);
    forecast = new Forecast(appraisal);
    rendering = new Rendering(appraisal, forecast);
    episodes = new Episodes(appraisal, rendering, step);
  }

  /**
   * Looks at a lead.
   *
   * @param handRaise the signal by which the lead asks to be contacted, null for none
   * @param mayHaveFallen whether the input may have taken from the intent, so that the next hour of
   *     change may be earlier than the one known
   */
  void evaluate(Situation lead, Cause cause, @Nullable Signal handRaise, boolean mayHaveFallen) {
    load(lead);
    long intent = appraisal.intentAt(lead.hour());
    if (cause == Cause.RELEASE) {
      episodes.changeOver(lead, intent);
    } else {
      episodes.leave(lead, intent);
    }
    if (cause.raises) {
      episodes.accept(lead, intent, handRaise);
    }
    lead.standing().tier = tier(lead, intent);
    boolean published = publish(lead, intent, cause);
    if (published || mayHaveFallen || appraisal.isDamped(lead.hour())) {
      lead.standing().nextDue = nextDue(lead);
    }
  }

  private void load(Situation lead) {
    LeadState state = lead.state();
    appraisal.load(
        state.ledger, state.sales.lostHours(), lead.card(), lead.verdict().activeDampers());
  }

  /** What the model thinks of a lead, as it stands; changes nothing. */
  Prospect prospect(Situation lead) {
    load(lead);
    Score score = appraisal.scoreAt(lead.hour());
    Standing standing = lead.standing();
    boolean hot = standing.open || EntryPolicy.isReady(lead, score);
    return new Prospect(hot, standing.tier, score.intent());
  }

  private static Tier tier(Situation lead, long intent) {
    if (lead.standing().open) {
      return Tier.HOT;
    }
    boolean wasWarm = lead.standing().tier != Tier.COLD;
    long threshold = wasWarm ? lead.card().warmExit() : lead.card().warmEnter();
    return intent >= threshold ? Tier.WARM : Tier.COLD;
  }

  private boolean publish(Situation lead, long intent, Cause cause) {
    Standing standing = lead.standing();
    if (!isDue(lead, intent, cause)) {
      return false;
    }
    standing.published = true;
    standing.publishedIntent = intent;
    standing.publishedTier = standing.tier;
    standing.publishedFit = lead.fit();
    standing.publishedExclusion = lead.exclusion();
    standing.publishedHeld = lead.isHeld();
    standing.publishedVersion = lead.model().version();
    step.add(rendering.row(lead));
    return true;
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
  private int nextDue(Situation lead) {
    Standing standing = lead.standing();
    int hour = lead.hour();
    int next = appraisal.nextDamperEnd(hour);
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
