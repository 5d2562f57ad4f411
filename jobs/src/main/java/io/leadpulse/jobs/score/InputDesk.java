package io.leadpulse.jobs.score;

import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.jobs.metrics.OutcomeCounters;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.LeadInput.Identified;
import io.leadpulse.jobs.record.LeadInput.Transferred;
import io.leadpulse.jobs.record.Payloads;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out whose an input is: the lead's own that it names, or of the one that this was merged
 * into, or nobody's any more. Counts what became of it.
 *
 * <p>What is on its way to another lead counts as waiting, until that one has taken it.
 */
final class InputDesk {
  /**
   * More steps than any input takes that finds its lead: what left before it always comes there
   * before it. If the lead was lost, by a topic that was cleared, the input counts for the one that
   * it has come to, and is dropped if it goes on from note to note for as long again.
   */
  static final int MOST_STEPS = 200;

  private static final Logger LOG = LoggerFactory.getLogger(InputDesk.class);

  private final LeadStore store;
  private final ErasedLeads erased;
  private final Transfers transfers;
  private final LeadDesk leads;
  private final MergeDesk merges;
  private final OutcomeCounters outcomes;

  InputDesk(
      LeadStore store,
      ErasedLeads erased,
      Transfers transfers,
      LeadDesk leads,
      MergeDesk merges,
      OutcomeCounters outcomes) {
    this.store = store;
    this.erased = erased;
    this.transfers = transfers;
    this.leads = leads;
    this.merges = merges;
    this.outcomes = outcomes;
  }

  void take(LeadInput input) {
    if (input instanceof Transferred transferred) {
      if (transfers.isOfThisRun(transferred)) {
        take(transferred);
      }
    } else {
      outcomes.count(input.source(), take(input.leadId(), input, List.of()));
    }
  }

  private void take(Transferred transferred) {
    switch (transferred.kind()) {
      case INPUT -> forwarded(transferred);
      case MERGED -> merges.arrived(transferred);
      case SPLIT -> merges.cameHome(transferred);
      case ERASED -> merges.erased(transferred);
    }
  }

  private void forwarded(Transferred transferred) {
    LeadInput input = Payloads.input(transferred.payload());
    Outcome outcome = take(transferred.leadId(), input, transferred.path());
    if (outcome != Outcome.WAITING) {
      outcomes.move(input.source(), Outcome.WAITING, outcome);
    }
  }

  /**
   * @param at the lead that the input has come to
   * @param path the leads that it came by
   */
  private Outcome take(String at, LeadInput input, List<String> path) {
    LeadState state = store.lead(at);
    if (state == null && erased.contains(at)) {
      return Outcome.ERASED;
    }
    String into = state == null ? null : state.mergedInto();
    if (into == null && isOf(at, state, input)) {
      return input instanceof Identified identified
          ? merges.identified(at, state, identified)
          : leads.take(at, state, input);
    }
    if (path.size() < (into == null ? MOST_STEPS : 2 * MOST_STEPS)) {
      transfers.forward(into == null ? input.leadId() : into, input, path, at);
      return Outcome.WAITING;
    }
    LOG.error("A record of {} looks for its lead in vain", input.source().baseName());
    boolean counts = into == null && !(input instanceof Identified);
    return counts ? leads.take(at, state, input.by(at)) : Outcome.DROPPED;
  }

  /** Not of a lead that was merged and has gone home since: it is on its way there before it. */
  private static boolean isOf(String at, @Nullable LeadState state, LeadInput input) {
    return at.equals(input.leadId()) || state != null && state.hasAlias(input.leadId());
  }
}
