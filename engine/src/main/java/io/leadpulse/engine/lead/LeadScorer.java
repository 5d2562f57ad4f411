package io.leadpulse.engine.lead;

import io.leadpulse.engine.classify.Classifier;
import io.leadpulse.engine.classify.ProfilePolicy;
import io.leadpulse.engine.classify.ProfileVerdict;
import io.leadpulse.engine.event.Channel;
import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.hygiene.Origin;
import io.leadpulse.engine.ledger.SeenEvents;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.Signal;
import io.leadpulse.engine.model.StableHash;
import io.leadpulse.engine.profile.Profile;
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
  /** Before {@link Long#MAX_VALUE}, which says that no click waits. */
  private static final long LAST_RELEASE = Long.MAX_VALUE - 1;

  private static final int SALES_SOURCE = Channel.values().length;

  private final ScoringModel model;
  private final ScoringSettings settings;
  private final Judge judge;
  private final Step step = new Step();
  private final Evaluator evaluator;
  private final Situation situation;
  private final Settlement settlement;
  private final TouchRecorder recorder;
  private final Merging merging;
  private final int cards;

  public LeadScorer(
      ScoringModel model,
      Classifier classifier,
      ProfilePolicy profilePolicy,
      ScoringSettings settings) {
    this.model = model;
    this.settings = settings;
    judge = new Judge(model, classifier);
    evaluator = new Evaluator(model, settings, step);
    situation = new Situation(model, profilePolicy);
    settlement = new Settlement(situation, evaluator, step);
    VerdictApplier applier = new VerdictApplier(step, model.horizonHours());
    Merger merger = new Merger(judge.inquiry, applier, model.horizonHours());
    merging = new Merging(model, situation, settlement, evaluator, merger, applier, step);
    recorder = new TouchRecorder(settings, step, evaluator, applier, model.horizonHours());
    cards = model.scorecards().size();
  }

  public ScoringModel model() {
    return model;
  }

  /**
   * Why an engagement, looked at alone, is no prospect's own act by this release: the {@link
   * io.leadpulse.engine.hygiene.SuspectReason#bit bits} of all reasons, 0 for none.
   */
  public int suspicions(Engagement event) {
    return judge.hygiene.reasons(event);
  }

  /**
   * Takes an engagement whose place nobody needs to know.
   *
   * @param profile gives the lead's profile; asked only when something is published
   */
  public Step onEngagement(LeadState state, Engagement event, Supplier<Profile> profile) {
    return onEngagement(state, event, profile, this, Origin.NONE);
  }

  /**
   * Takes an engagement that was recorded under another release than the lead is scored by now.
   *
   * @param judge by the release in force when it was recorded: says which signals it counts for
   * @param origin where its record lies
   */
  public Step onEngagement(
      LeadState state,
      Engagement event,
      Supplier<Profile> profile,
      LeadScorer judge,
      Origin origin) {
    step.clear();
    SeenEvents seen = state.seenOf(event.leadId());
    if (isCopy(seen, event.channel().ordinal(), event.eventId(), event.recordedAt())) {
      step.outcome(Outcome.DUPLICATE);
      return step;
    }
    situation.turnTo(state, state.ownId(event.leadId()), profile);
    releaseClicks(state, now(event.occurredAt(), event.recordedAt()));
    int known = judge.suspicions(event);
    if (known != 0) {
      recorder.takeSuspect(state, event, known, judge.judge, origin);
    } else {
      settlement.advance(Math.max(state.clock, Hours.of(event.occurredAt())));
      state.recordedAt = Math.max(state.recordedAt, event.recordedAt());
      recorder.take(state, event, judge.judge, origin);
    }
    evaluateTaken(state);
    return step;
  }

  private void evaluateTaken(LeadState state) {
    if (recorder.isRevised()) {
      settlement.extendExpiry();
      state.revision++;
      evaluateAll(Cause.RETRACTION, null);
    }
    if (recorder.isAccepted()) {
      settlement.extendExpiry();
      state.revision++;
      step.matched(true);
      evaluateAll(Cause.EVENT, recorder.handRaise());
    }
  }

  /**
   * Lets clicks count that have waited until a moment for the verdict on them.
   *
   * @param until epoch milliseconds
   */
  public Step onQuarantineEnd(
      LeadState state, String leadId, long until, Supplier<Profile> profile) {
    step.clear();
    situation.turnTo(state, leadId, profile);
    releaseClicks(state, until);
    return step;
  }

  /** Each as if its timer had fired: after all that was due before. */
  private void releaseClicks(LeadState state, long until) {
    while (state.heldUntil() <= until) {
      long next = state.heldUntil();
      settlement.settle(Hours.of(next));
      recorder.release(state, next, judge);
      evaluateTaken(state);
    }
  }

  private long now(long occurredAt, long recordedAt) {
    return settings.byEventTime() ? occurredAt : recordedAt;
  }

  private boolean isCopy(SeenEvents seen, int source, String eventId, long recordedAt) {
    long hash = StableHash.of64(eventId);
    int hour = Hours.of(recordedAt);
    return !seen.add(source, hash, hour, settings.dedupeWindowHours());
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
    SeenEvents seen = state.seenOf(leadId);
    if (isCopy(seen, SALES_SOURCE, activity.eventId(), activity.recordedAt())) {
      step.outcome(Outcome.DUPLICATE);
      return step;
    }
    situation.turnTo(state, state.ownId(leadId), profile);
    releaseClicks(state, now(activity.occurredAt(), activity.recordedAt()));
    settlement.advance(Math.max(state.clock, Hours.of(activity.occurredAt())));
    state.recordedAt = Math.max(state.recordedAt, activity.recordedAt());
    if (state.sales.apply(activity)) {
      state.sums.forget();
    }
    Part part = state.partOf(leadId);
    if (part != null) {
      part.state.sales.apply(activity);
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

  /** Makes one person of several leads by this release, and several of one again. */
  public Merging merging() {
    return merging;
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
    releaseClicks(state, LAST_RELEASE);
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
