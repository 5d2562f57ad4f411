package io.leadpulse.jobs.score;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.lead.Hours;
import io.leadpulse.engine.lead.LeadScorer;
import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.lead.Move;
import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.engine.lead.Step;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.jobs.metrics.OutcomeCounters;
import io.leadpulse.jobs.publish.PendingRows;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.LeadInput.Engaged;
import io.leadpulse.jobs.record.LeadInput.ProfileRemoved;
import io.leadpulse.jobs.record.LeadInput.Profiled;
import io.leadpulse.jobs.record.LeadInput.Reported;
import io.leadpulse.jobs.record.Payloads;
import io.leadpulse.jobs.record.SourceTopic;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Handles one thing at a time: fetches the lead, has it scored, publishes, sets its timer, puts it
 * back.
 */
final class LeadDesk {
  private static final int NO_HOUR = Integer.MIN_VALUE;

  private final ScoreSettings settings;
  private final LeadStore store;
  private final Releases releases;
  private final LeadTimers timers;
  private final Outlet outlet;
  private final OutcomeCounters outcomes;
  private final ScoreMetrics metrics;
  private final LazyProfile profile;

  /** Whether the lead at hand was brought under another release since it was fetched. */
  private boolean changedOver;

  LeadDesk(
      ScoreSettings settings,
      LeadStore store,
      Releases releases,
      LeadTimers timers,
      Outlet outlet,
      OutcomeCounters outcomes,
      ScoreMetrics metrics) {
    this.settings = settings;
    this.store = store;
    this.releases = releases;
    this.timers = timers;
    this.outlet = outlet;
    this.outcomes = outcomes;
    this.metrics = metrics;
    profile = new LazyProfile(store);
  }

  /**
   * Takes an input. The release in force when Kafka appended it says what it counts for; the lead
   * is scored by that one too, unless it has met a newer one: what is published never goes back.
   *
   * @param at whose input it is: the lead that it names, or the one that this was merged into
   * @param stored null if nothing is known of it yet
   */
  Outcome take(String at, @Nullable LeadState stored, LeadInput input) {
    LeadScorer judge = releases.forInput(input.recordedAt());
    if (input instanceof Profiled profiled) {
      return profiled(at, stored, profiled, judge);
    }
    if (input instanceof ProfileRemoved) {
      return profileRemoved(at, stored, input, judge);
    }
    LeadState state = stored == null ? new LeadState() : stored;
    return input instanceof Engaged engaged
        ? engaged(at, state, engaged, judge)
        : reported(at, state, (Reported) input, judge);
  }

  private Outcome engaged(String at, LeadState state, Engaged input, LeadScorer judge) {
    Engagement event = input.engagement();
    int suspicions = judge.suspicions(event);
    int hour = suspicions == 0 ? Hours.of(event.occurredAt()) : NO_HOUR;
    LeadScorer scorer = meet(at, state, judge, hour);
    Step step = scorer.onEngagement(state, event, profile.of(at, state), judge, input);
    if (step.outcome() == Outcome.SUSPECT) {
      outlet.suspect(at, input, step.reasons(), judge.model());
    } else if (step.outcome() == Outcome.PENDING) {
      timers.hold(at, step.heldUntil());
    }
    return commit(at, state, step, input.recordedAt());
  }

  /**
   * Takes a profile unless a newer one is there. An older one that comes late is applied in the
   * sense that all is as if it had come in time.
   */
  private Outcome profiled(String at, @Nullable LeadState state, Profiled input, LeadScorer judge) {
    if (!at.equals(input.leadId())) {
      return aliasProfiled(at, Objects.requireNonNull(state), input, judge);
    }
    Profile held = store.profile(at);
    if (input.profile().equals(held)) {
      return Outcome.DUPLICATE;
    }
    if (held != null && held.updatedAt() > input.profile().updatedAt()) {
      return Outcome.APPLIED;
    }
    if (state == null) {
      store.putProfile(at, input.profile());
      return Outcome.APPLIED;
    }
    LeadScorer scorer = meet(at, state, judge, NO_HOUR);
    store.putProfile(at, input.profile());
    state.profileless(false);
    return profileChanged(at, state, scorer, input.recordedAt());
  }

  private Outcome aliasProfiled(String at, LeadState state, Profiled input, LeadScorer judge) {
    LeadScorer scorer = meet(at, state, judge, NO_HOUR);
    Profile known = input.profile();
    state.aliasProfile(input.leadId(), Payloads.of(known), known.updatedAt());
    return profileChanged(at, state, scorer, input.recordedAt());
  }

  /**
   * Forgets the profile of one of a person's ids; what is known under the others stays. A profile
   * that Kafka gets later counts, whenever it was made.
   */
  private Outcome profileRemoved(
      String at, @Nullable LeadState state, LeadInput input, LeadScorer judge) {
    boolean own = at.equals(input.leadId());
    if (own) {
      store.removeProfile(at);
    }
    if (state == null) {
      return Outcome.APPLIED;
    }
    LeadScorer scorer = meet(at, state, judge, NO_HOUR);
    if (own) {
      state.profileless(true);
    } else {
      state.removeAliasProfile(input.leadId());
    }
    return profileChanged(at, state, scorer, input.recordedAt());
  }

  private Outcome profileChanged(String at, LeadState state, LeadScorer scorer, long recordedAt) {
    Profile newest = profile.of(at, state).get();
    Step step = scorer.onProfile(state, at, newest, recordedAt);
    return commit(at, state, step, recordedAt);
  }

  private Outcome reported(String at, LeadState state, Reported input, LeadScorer judge) {
    LeadScorer scorer = meet(at, state, judge, Hours.of(input.activity().occurredAt()));
    Step step =
        scorer.onSalesActivity(state, input.leadId(), input.activity(), profile.of(at, state));
    return commit(at, state, step, input.recordedAt());
  }

  /** What is known of a lead; looked up when it is first asked for. */
  Supplier<Profile> profile(String at, LeadState state) {
    return profile.of(at, state);
  }

  /** Brings a lead under a release when nothing tells up to which time has come. */
  LeadScorer meet(String leadId, LeadState state, LeadScorer judge) {
    return meet(leadId, state, judge, NO_HOUR);
  }

  /**
   * Brings a lead under a release, unless it has met a newer one. What was due before is settled by
   * the earlier one, as its timers would have done; in live time, up to when the release took
   * effect.
   *
   * @param hour up to which time has come; {@link #NO_HOUR} if nothing tells
   * @return by which the lead is to be scored
   */
  private LeadScorer meet(String leadId, LeadState state, LeadScorer judge, int hour) {
    LeadScorer scorer = releases.notBelowFloor(judge);
    long version = state.modelVersion();
    if (version == 0 || version == scorer.model().version()) {
      return scorer;
    }
    LeadScorer before = releases.of(version);
    if (before == null) {
      return scorer;
    }
    if (version > scorer.model().version()) {
      return before;
    }
    int since = changeHour(scorer.model().version(), hour);
    outlet.publish(
        leadId,
        state,
        before.onTime(state, leadId, since, profile.of(leadId, state)),
        PendingRows.NO_INPUT);
    Step step = scorer.onRelease(state, leadId, before, since, profile.of(leadId, state));
    outlet.publish(leadId, state, step, PendingRows.NO_INPUT);
    changedOver = true;
    return scorer;
  }

  /** When leads change over: in replay Kafka's time says nothing of when events happened. */
  private int changeHour(long version, int hour) {
    return settings.time() == TimeMode.REPLAY
        ? hour
        : Math.min(hour, Hours.of(releases.effectiveAt(version)));
  }

  /**
   * Brings a lead under the release in force, if no input has done so yet.
   *
   * @param now Kafka time by which the release is in force, epoch milliseconds
   */
  void rescore(String leadId, long now) {
    LeadState state = store.visit(leadId);
    if (state == null || state.modelVersion() == 0) {
      return;
    }
    meet(
        leadId,
        state,
        releases.at(now),
        settings.time() == TimeMode.REPLAY ? NO_HOUR : Hours.of(now));
    if (changedOver) {
      metrics.swept();
      keep(leadId, state);
    }
  }

  /**
   * Settles a lead whose timer fires.
   *
   * @param firedAt the timer's own time, epoch milliseconds
   */
  void timer(String leadId, long firedAt) {
    if (timers.isAfterEnd(firedAt) || timers.putOff(leadId)) {
      return;
    }
    LeadState state = store.visit(leadId);
    if (state == null || state.mergedInto() != null) {
      return;
    }
    long until = timers.settleTime(firedAt);
    int hour = Hours.of(until);
    boolean held = state.heldUntil() <= until;
    boolean due = timers.nextDue(leadId, state) <= hour;
    boolean registered = LeadTimers.clear(state, firedAt);
    metrics.timerFired(!due && !held);
    if (held) {
      release(leadId, state, until);
    }
    if (due || registered) {
      LeadScorer scorer = meet(leadId, state, releases.at(timers.judgedAt(state)), hour);
      Step step = scorer.onTime(state, leadId, hour, profile.of(leadId, state));
      // Not with the write, which may come later: the time that goes on now may reach the next one.
      timers.register(leadId, state);
      commit(leadId, state, step, PendingRows.NO_INPUT);
    }
  }

  /** Lets clicks count that have waited until a moment. */
  private void release(String leadId, LeadState state, long until) {
    LeadScorer scorer = meet(leadId, state, releases.at(timers.judgedAt(state)), Hours.of(until));
    Step step = scorer.onQuarantineEnd(state, leadId, until, profile.of(leadId, state));
    commit(leadId, state, step, PendingRows.NO_INPUT);
    waitForClicks(leadId, state);
  }

  /** A lead that has come from another has no timer but for the first of its clicks that wait. */
  void waitForClicks(String leadId, LeadState state) {
    if (state.heldUntil() != Long.MAX_VALUE) {
      timers.hold(leadId, state.heldUntil());
    }
  }

  /**
   * Judges every lead at the end of a bounded replay, by the newest release in effect.
   *
   * @param now epoch milliseconds
   */
  void end(long now) {
    LeadScorer newest = releases.atEnd(now);
    try (LeadIds ids = store.leadIds()) {
      while (ids.hasNext()) {
        end(ids.next(), newest);
      }
    }
  }

  private void end(String leadId, LeadScorer newest) {
    LeadState state = store.visit(leadId);
    if (state == null || state.mergedInto() != null) {
      return;
    }
    LeadScorer scorer = meet(leadId, state, newest, settings.endHour());
    Step step = scorer.onEnd(state, leadId, settings.endHour(), profile.of(leadId, state));
    commit(leadId, state, step, PendingRows.NO_INPUT);
  }

  /**
   * Publishes what a step brought about, and stores the lead.
   *
   * @param since Kafka time of the input, or {@link PendingRows#NO_INPUT}
   */
  Outcome commit(String leadId, LeadState state, Step step, long since) {
    Outcome outcome = step.outcome();
    if (outcome != Outcome.DUPLICATE || changedOver) {
      outlet.publish(leadId, state, step, since);
      tellMoves(leadId, state, step);
      keep(leadId, state);
    }
    return outcome;
  }

  /** Publishes what a step brought about of a lead that is stored later, or not at all. */
  void publish(String leadId, LeadState state, Step step) {
    outlet.publish(leadId, state, step, PendingRows.NO_INPUT);
    tellMoves(leadId, state, step);
  }

  private void tellMoves(String leadId, LeadState state, Step step) {
    for (Move move : step.moves()) {
      moved(leadId, state, move);
    }
  }

  /** An engagement of before has another outcome: the counts still add up to the input. */
  private void moved(String leadId, LeadState state, Move move) {
    SourceTopic source = SourceTopic.of(move.kind().channel());
    outcomes.move(source, move.from(), move.to());
    if (move.from() == Outcome.SUSPECT || move.to() == Outcome.SUSPECT) {
      outlet.suspect(leadId, source, move, releases.of(state.modelVersion()));
    }
  }

  private void keep(String leadId, LeadState state) {
    changedOver = false;
    store.putLead(leadId, state);
  }
}
