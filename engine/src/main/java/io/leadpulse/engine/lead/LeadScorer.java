package io.leadpulse.engine.lead;

import io.leadpulse.engine.classify.Classifier;
import io.leadpulse.engine.classify.NaturalKey;
import io.leadpulse.engine.classify.ProfilePolicy;
import io.leadpulse.engine.classify.ProfileVerdict;
import io.leadpulse.engine.event.Channel;
import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.model.OncePer;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.Signal;
import io.leadpulse.engine.model.StableHash;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.engine.score.CivilCalendar;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Applies one model release to leads: takes events, profiles, sales reports and the passing of
 * time, and says what is to be published.
 *
 * <p>Never reads a clock: an event is judged at the latest of the lead's settled clock and its own
 * hour, after every transition due by then was settled as if its timer had fired. Reusable for any
 * number of leads; not thread-safe. The {@link Step} returned is overwritten by the next call.
 */
public final class LeadScorer {
  private static final int SALES_SOURCE = Channel.values().length;

  private final ScoringModel model;
  private final Classifier classifier;
  private final EventHygiene hygiene;
  private final ScoringSettings settings;
  private final CivilCalendar calendar;
  private final int horizonHours;
  private final int[] matched;
  private final Step step = new Step();
  private final Evaluator evaluator;
  private final Situation situation;
  private final Settlement settlement;
  private final int cards;
  private final Signal[] signals;
  private final int[] signalHashes;

  public LeadScorer(
      ScoringModel model,
      Classifier classifier,
      ProfilePolicy profilePolicy,
      ScoringSettings settings) {
    this.model = model;
    this.classifier = classifier;
    hygiene = new EventHygiene(model.hygiene());
    this.settings = settings;
    calendar = new CivilCalendar(model.zone());
    horizonHours = model.horizonHours();
    matched = new int[model.signals().size()];
    evaluator = new Evaluator(model, settings, step);
    situation = new Situation(model, profilePolicy);
    settlement = new Settlement(situation, evaluator, step);
    cards = model.scorecards().size();
    signals = model.signals().toArray(Signal[]::new);
    signalHashes = model.signals().stream().mapToInt(Signal::hash).toArray();
  }

  public ScoringModel model() {
    return model;
  }

  /**
   * Why an engagement, looked at alone, is no prospect's own act by this release: the {@link
   * SuspectReason#bit bits} of all reasons, 0 for none.
   */
  public int suspicions(Engagement event) {
    return hygiene.reasons(event);
  }

  /**
   * Takes an engagement.
   *
   * @param profile gives the lead's profile; asked only when something is published
   */
  public Step onEngagement(LeadState state, Engagement event, Supplier<Profile> profile) {
    return onEngagement(state, event, profile, this);
  }

  /**
   * Takes an engagement that was recorded under another release than the lead is scored by now.
   *
   * @param judge by the release in force when it was recorded: says which signals it counts for
   */
  public Step onEngagement(
      LeadState state, Engagement event, Supplier<Profile> profile, LeadScorer judge) {
    step.clear();
    if (isCopy(state, event.channel().ordinal(), event.eventId(), event.recordedAt())) {
      step.outcome(Outcome.DUPLICATE);
      return step;
    }
    if (judge.suspicions(event) != 0) {
      state.suspects++;
      step.outcome(Outcome.SUSPECT);
      return step;
    }
    situation.turnTo(state, event.leadId(), profile);
    int hour = Hours.of(event.occurredAt());
    settlement.advance(Math.max(state.clock, hour));
    state.recordedAt = Math.max(state.recordedAt, event.recordedAt());
    int count = judge.classifier.classify(event, judge.matched);
    if (count > 0) {
      step.matched(true);
      Signal handRaise = enter(state, event, hour, judge, count);
      evaluateAll(Cause.EVENT, handRaise);
    }
    return step;
  }

  private boolean isCopy(LeadState state, int source, String eventId, long recordedAt) {
    long hash = StableHash.of64(eventId);
    int hour = Hours.of(recordedAt);
    return !state.seen.add(source, hash, hour, settings.dedupeWindowHours());
  }

  /** Puts the event into the ledger; returns the hand-raise among its signals, if there is one. */
  private @Nullable Signal enter(
      LeadState state, Engagement event, int hour, LeadScorer judge, int count) {
    Signal handRaise = null;
    boolean latest = hour == state.clock;
    for (int i = 0; i < count; i++) {
      int index = judge.matched[i];
      Signal signal = judge.signals[index];
      int hash = judge.signalHashes[index];
      boolean own = addTouch(state, signal, hash, event, judge.calendar, hour);
      if (own && signal.handRaise()) {
        handRaise = signal;
      }
      if (own && latest) {
        evaluator.touched(state, hash, hour);
      }
    }
    if (!latest) {
      state.sums.forget();
    }
    state.revision++;
    state.lastActivityAt = Math.max(state.lastActivityAt, event.occurredAt());
    state.evidence.add(event, judge.signalHashes[judge.matched[0]]);
    settlement.extendExpiry();
    return handRaise;
  }

  private boolean addTouch(
      LeadState state, Signal signal, int hash, Engagement event, CivilCalendar days, int hour) {
    if (signal.oncePer() == OncePer.TOUCH) {
      state.ledger.add(hash, hour, 1);
      return true;
    }
    long key = NaturalKey.of(signal.oncePer(), event, days.dayOf(hour));
    return state.ledger.addKeyed(hash, key, hour, horizonHours);
  }

  /**
   * Takes a profile that is newer than the one before; it may open a gate and so cause an alert.
   *
   * @param recordedAt when Kafka appended it, epoch milliseconds
   */
  public Step onProfile(LeadState state, String leadId, Profile profile, long recordedAt) {
    step.clear();
    boolean comparable = state.verdictVersion == model.version();
    ProfileVerdict before = comparable ? state.verdict : null;
    state.forgetVerdict();
    state.recordedAt = Math.max(state.recordedAt, recordedAt);
    situation.turnTo(state, leadId, () -> profile);
    boolean changed = before != null && !before.equals(situation.judged());
    if (state.clock != Standing.NEVER_YET) {
      evaluateAll(changed ? Cause.NEW_VERDICT : Cause.NEWS, null);
    }
    return step;
  }

  /** Takes a report of sales: holds, releases, excludes or marks the lead. */
  public Step onSalesActivity(
      LeadState state, String leadId, SalesActivity activity, Supplier<Profile> profile) {
    step.clear();
    if (isCopy(state, SALES_SOURCE, activity.eventId(), activity.recordedAt())) {
      step.outcome(Outcome.DUPLICATE);
      return step;
    }
    situation.turnTo(state, leadId, profile);
    settlement.advance(Math.max(state.clock, Hours.of(activity.occurredAt())));
    state.recordedAt = Math.max(state.recordedAt, activity.recordedAt());
    if (state.sales.apply(activity)) {
      state.sums.forget();
    }
    state.revision++;
    evaluateAll(Cause.NEWS, null);
    return step;
  }

  /**
   * Takes a lead over from another release and scores it anew. Causes no alert: who enters or
   * leaves HOT by it is an {@link Impact}. What was due by the hour is to be settled before, by the
   * release before.
   *
   * @param before by the release that judged the lead last
   * @param hour at which the lead changes over, unless its clock is further
   */
  public Step onRelease(
      LeadState state, String leadId, LeadScorer before, int hour, Supplier<Profile> profile) {
    step.clear();
    if (state.clock == Standing.NEVER_YET) {
      return step;
    }
    state.clock = Math.max(state.clock, hour);
    Changeover change = before.changeover(state, leadId, profile);
    change.retire(model, step);
    situation.turnTo(state, leadId, profile);
    settlement.extendExpiry();
    for (int card = 0; card < cards; card++) {
      Situation lead = situation.at(card);
      evaluator.evaluate(lead, Cause.RELEASE, null);
      change.compare(lead, evaluator.prospect(lead), step);
    }
    return step;
  }

  private Changeover changeover(LeadState state, String leadId, Supplier<Profile> profile) {
    Changeover change = new Changeover(state, leadId, profile, model);
    situation.turnTo(state, leadId, profile);
    for (int card = 0; card < cards; card++) {
      Situation lead = situation.at(card);
      change.remember(lead, evaluator.prospect(lead));
    }
    return change;
  }

  /**
   * Settles every transition due up to an hour; what a timer does.
   *
   * <p>Without a transition due, nothing changes, not even the lead's clock.
   */
  public Step onTime(LeadState state, String leadId, int hour, Supplier<Profile> profile) {
    step.clear();
    situation.turnTo(state, leadId, profile);
    settlement.settle(hour);
    return step;
  }

  /** Scores a lead at the common end hour of a bounded replay, whatever the tolerance. */
  public Step onEnd(LeadState state, String leadId, int hour, Supplier<Profile> profile) {
    step.clear();
    if (state.clock == Standing.NEVER_YET) {
      return step;
    }
    situation.turnTo(state, leadId, profile);
    settlement.advance(Math.max(state.clock, hour));
    evaluateAll(Cause.END, null);
    return step;
  }

  /**
   * Works out when silence will change something next, where that is not known. It is a function of
   * the lead as it stands, so it makes no difference how long it waits: a lead that stays in memory
   * is asked once for all events of an hour, before time goes on or it is stored.
   */
  public void foresee(LeadState state, String leadId, Supplier<Profile> profile) {
    situation.turnTo(state, leadId, profile);
    settlement.foresee();
  }

  private void evaluateAll(Cause cause, @Nullable Signal handRaise) {
    for (int card = 0; card < cards; card++) {
      evaluator.evaluate(situation.at(card), cause, handRaise);
    }
  }
}
