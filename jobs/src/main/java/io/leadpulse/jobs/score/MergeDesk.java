package io.leadpulse.jobs.score;

import io.leadpulse.engine.lead.LeadPackage;
import io.leadpulse.engine.lead.LeadScorer;
import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.lead.Merging;
import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.jobs.publish.PendingRows;
import io.leadpulse.jobs.record.LeadInput.Identified;
import io.leadpulse.jobs.record.LeadInput.Transferred;
import io.leadpulse.jobs.record.Payloads;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one person of several leads, and several of one again, and forgets persons. A lead that is
 * merged leaves a note behind where it went; all else travels to the other one, whose subtask may
 * be another.
 */
final class MergeDesk {
  /** Of a lead on the heap, which is more than it takes on its way: a record holds 2 MiB. */
  static final int MOST_BYTES = 1_900_000;

  private static final Logger LOG = LoggerFactory.getLogger(MergeDesk.class);
  private static final byte[] NO_PROFILE = {};

  private final LeadStore store;
  private final ErasedLeads erased;
  private final Transfers transfers;
  private final Releases releases;
  private final LeadTimers timers;
  private final LeadDesk leads;

  MergeDesk(
      LeadStore store,
      ErasedLeads erased,
      Transfers transfers,
      Releases releases,
      LeadTimers timers,
      LeadDesk leads) {
    this.store = store;
    this.erased = erased;
    this.transfers = transfers;
    this.releases = releases;
    this.timers = timers;
    this.leads = leads;
  }

  /**
   * Takes what became known of who a lead is.
   *
   * @param at the lead, or the one that it was merged into
   * @param stored null if nothing is known of it yet
   */
  Outcome identified(String at, @Nullable LeadState stored, Identified input) {
    LeadState state = stored == null ? new LeadState() : stored;
    return switch (input.change().kind()) {
      case MERGE -> merge(at, state, input);
      case SPLIT -> split(at, state, input);
      case ERASE -> eraseAsAsked(at, state, input);
      case LINK -> throw new IllegalStateException("links go to their visitors");
    };
  }

  private Outcome merge(String at, LeadState state, Identified input) {
    String into = input.change().otherId();
    if (into.equals(at) || state.hasAlias(into)) {
      return Outcome.DUPLICATE;
    }
    if (state.footprint() > MOST_BYTES) {
      LOG.error("A lead of {} bytes is too large to be merged and stays", state.footprint());
      return Outcome.DROPPED;
    }
    LeadScorer scorer = leads.meet(at, state, releases.forInput(input.recordedAt()));
    Merging merging = scorer.merging();
    leads.publish(at, state, merging.onDeparture(state, at, into, profile(at, state)));
    Profile own = store.profile(at);
    LeadPackage leaving =
        own == null
            ? merging.pack(state, at, into, NO_PROFILE, 0)
            : merging.pack(state, at, into, Payloads.of(own), own.updatedAt());
    transfers.merge(into, leaving.toBytes(), List.of(), at);
    store.putLead(at, state.movedTo(into));
    store.removeProfile(at);
    return Outcome.APPLIED;
  }

  private Outcome split(String at, LeadState state, Identified input) {
    String alias = input.change().leadId();
    LeadScorer scorer = leads.meet(at, state, releases.forInput(input.recordedAt()));
    LeadPackage leaving = scorer.merging().takeOut(state, at, alias, profile(at, state));
    if (leaving == null) {
      return Outcome.DUPLICATE;
    }
    transfers.split(alias, leaving.toBytes());
    leads.commit(at, state, scorer.merging().lastStep(), input.recordedAt());
    return Outcome.APPLIED;
  }

  /**
   * Visitors know of the id that was asked for; of the person's own, if it is another, from here.
   */
  private Outcome eraseAsAsked(String at, LeadState state, Identified input) {
    if (!at.equals(input.leadId())) {
      transfers.erase(List.of(at));
    }
    return erase(at, state, input.recordedAt());
  }

  private Outcome erase(String at, LeadState state, long recordedAt) {
    LeadScorer judge = eraser(state.modelVersion(), recordedAt);
    leads.publish(at, state, judge.merging().onErasure(state, at));
    transfers.erase(state.aliases());
    forget(at, judge);
    return Outcome.APPLIED;
  }

  private LeadScorer eraser(long version, long recordedAt) {
    LeadScorer met = releases.of(version);
    return met == null ? releases.forInput(recordedAt) : met;
  }

  /**
   * Forgets a lead that has come to somebody who is forgotten: it was under way, and is nowhere.
   */
  private void turnAway(LeadPackage lead, long recordedAt) {
    LeadScorer judge = eraser(lead.modelVersion(), recordedAt);
    LeadState state = judge.merging().unpack(lead);
    leads.publish(lead.leadId(), state, judge.merging().lastStep());
    leads.publish(lead.leadId(), state, judge.merging().onErasure(state, lead.leadId()));
    transfers.erase(lead.ids());
  }

  private void forget(String at, LeadScorer judge) {
    store.removeLead(at);
    store.removeProfile(at);
    timers.forget(at, judge.model().horizonHours());
    erased.add(at);
  }

  /** Forgets a person under one more of the person's ids. */
  void erased(Transferred transferred) {
    String at = transferred.leadId();
    LeadState state = store.lead(at);
    if (state == null || state.mergedInto() != null) {
      forget(at, releases.forInput(transferred.recordedAt()));
    } else {
      erase(at, state, transferred.recordedAt());
    }
  }

  /** Takes a lead that was merged into one of here, or sends it on to where that one went. */
  void arrived(Transferred transferred) {
    String at = transferred.leadId();
    LeadState state = store.lead(at);
    LeadPackage lead = LeadPackage.of(transferred.payload());
    if (state == null && erased.contains(at)) {
      turnAway(lead, transferred.recordedAt());
      return;
    }
    String into = state == null ? null : state.mergedInto();
    if (into != null && !isBackInCircle(at, lead, transferred.path())) {
      transfers.merge(into, transferred.payload(), transferred.path(), at);
      return;
    }
    LeadState host = state == null ? new LeadState() : state.takenUp();
    takeIn(at, host, lead, transferred.recordedAt());
  }

  /**
   * Whether leads were merged in a circle, this one is the smallest of them, and it is its own that
   * has come round. Others go round again until that is here: what is known of copies comes with
   * it.
   */
  private static boolean isBackInCircle(String at, LeadPackage lead, List<String> path) {
    int before = path.lastIndexOf(at);
    return before >= 0
        && (lead.ids().contains(at) || path.size() > InputDesk.MOST_STEPS)
        && path.subList(before, path.size()).stream().allMatch(id -> at.compareTo(id) <= 0);
  }

  private void takeIn(String at, LeadState host, LeadPackage lead, long recordedAt) {
    LeadScorer scorer = leads.meet(at, host, judge(lead, recordedAt));
    keepOwnProfile(at, host, lead);
    leads.commit(
        at,
        host,
        scorer.merging().onArrival(host, at, lead, profile(at, host)),
        PendingRows.NO_INPUT);
    leads.waitForClicks(at, host);
  }

  /** Takes a lead up again that was merged into another and is not any more. */
  void cameHome(Transferred transferred) {
    String at = transferred.leadId();
    LeadState state = store.lead(at);
    LeadPackage lead = LeadPackage.of(transferred.payload());
    if (state == null && erased.contains(at)) {
      turnAway(lead, transferred.recordedAt());
    } else if (state != null && state.mergedInto() == null) {
      takeIn(at, state, lead, transferred.recordedAt());
    } else {
      takeUp(at, lead, transferred.recordedAt());
    }
  }

  private void takeUp(String at, LeadPackage lead, long recordedAt) {
    LeadScorer judge = judge(lead, recordedAt);
    LeadState state = judge.merging().unpack(lead);
    keepOwnProfile(at, state, lead);
    leads.publish(at, state, judge.merging().lastStep());
    LeadScorer scorer = leads.meet(at, state, judge);
    leads.commit(
        at, state, scorer.merging().onReturn(state, at, profile(at, state)), PendingRows.NO_INPUT);
    leads.waitForClicks(at, state);
  }

  /** By the release in force, unless the lead has met a newer one. */
  private LeadScorer judge(LeadPackage lead, long recordedAt) {
    LeadScorer judge = releases.forInput(recordedAt);
    LeadScorer met = releases.of(lead.modelVersion());
    return met != null && met.model().version() > judge.model().version() ? met : judge;
  }

  private void keepOwnProfile(String at, LeadState state, LeadPackage lead) {
    byte[] profile = lead.profile(at);
    if (profile.length > 0) {
      store.putProfile(at, Payloads.profile(profile));
    }
    state.profileless(store.profile(at) == null);
  }

  /** Looked up at each call, for it changes with the ids that a lead has. */
  private Supplier<Profile> profile(String at, LeadState state) {
    return () -> leads.profile(at, state).get();
  }
}
