package io.leadpulse.jobs.score;

import io.leadpulse.engine.lead.LeadScorer;
import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.engine.lead.Step;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.LeadInput.Engaged;
import io.leadpulse.jobs.record.LeadInput.Profiled;
import io.leadpulse.jobs.record.LeadInput.Reported;

/**
 * Handles one thing at a time: fetches the lead, has it scored, publishes, sets its timer, puts it
 * back.
 */
final class LeadDesk {
  private final ScoreSettings settings;
  private final LeadStore store;
  private final Releases releases;
  private final LeadTimers timers;
  private final Outlet outlet;
  private final ScoreMetrics metrics;
  private final LazyProfile profile;

  LeadDesk(
      ScoreSettings settings,
      LeadStore store,
      Releases releases,
      LeadTimers timers,
      Outlet outlet,
      ScoreMetrics metrics) {
    this.settings = settings;
    this.store = store;
    this.releases = releases;
    this.timers = timers;
    this.outlet = outlet;
    this.metrics = metrics;
    profile = new LazyProfile(store);
  }

  /** Takes an input, judged by the release in force when Kafka appended it. */
  Outcome take(LeadInput input) {
    LeadScorer scorer = releases.forInput(input.recordedAt());
    if (input instanceof Engaged engaged) {
      return engaged(engaged, scorer);
    }
    if (input instanceof Profiled profiled) {
      return profiled(profiled, scorer);
    }
    return reported((Reported) input, scorer);
  }

  private Outcome engaged(Engaged input, LeadScorer scorer) {
    String leadId = input.leadId();
    LeadState state = stateOf(leadId);
    Step step = scorer.onEngagement(state, input.engagement(), profile.of(leadId));
    if (step.outcome() == Outcome.SUSPECT) {
      outlet.suspect(input, scorer.model());
    }
    return commit(leadId, state, step, input.recordedAt());
  }

  /**
   * Takes a profile unless a newer one is there. An older one that comes late is applied in the
   * sense that all is as if it had come in time.
   */
  private Outcome profiled(Profiled input, LeadScorer scorer) {
    String leadId = input.leadId();
    Profile held = store.profile(leadId);
    if (input.profile().equals(held)) {
      return Outcome.DUPLICATE;
    }
    if (held != null && held.updatedAt() > input.profile().updatedAt()) {
      return Outcome.APPLIED;
    }
    store.putProfile(leadId, input.profile());
    LeadState state = store.lead(leadId);
    if (state == null) {
      return Outcome.APPLIED;
    }
    Step step = scorer.onProfile(state, leadId, input.profile(), input.recordedAt());
    return commit(leadId, state, step, input.recordedAt());
  }

  private Outcome reported(Reported input, LeadScorer scorer) {
    String leadId = input.leadId();
    LeadState state = stateOf(leadId);
    Step step = scorer.onSalesActivity(state, leadId, input.activity(), profile.of(leadId));
    return commit(leadId, state, step, input.recordedAt());
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
    LeadState state = store.lead(leadId);
    if (state == null) {
      return;
    }
    int hour = timers.settleHour(firedAt);
    boolean due = state.nextDue() <= hour;
    boolean registered = LeadTimers.clear(state, firedAt);
    metrics.timerFired(!due);
    if (due || registered) {
      LeadScorer scorer = releases.at(timers.judgedAt(state));
      Step step = scorer.onTime(state, leadId, hour, profile.of(leadId));
      commit(leadId, state, step, PendingRows.NO_INPUT);
    }
  }

  /** Judges every lead at the end of a bounded replay, by the newest release. */
  void end() {
    store.forEachLead(this::end);
  }

  private void end(String leadId) {
    LeadState state = stateOf(leadId);
    LeadScorer scorer = releases.at(Long.MAX_VALUE);
    Step step = scorer.onEnd(state, leadId, settings.endHour(), profile.of(leadId));
    commit(leadId, state, step, PendingRows.NO_INPUT);
  }

  private LeadState stateOf(String leadId) {
    LeadState state = store.lead(leadId);
    return state == null ? new LeadState() : state;
  }

  private Outcome commit(String leadId, LeadState state, Step step, long since) {
    Outcome outcome = step.outcome();
    if (outcome != Outcome.DUPLICATE) {
      outlet.publish(step, since);
      timers.register(leadId, state);
      store.putLead(leadId, state);
    }
    return outcome;
  }
}
