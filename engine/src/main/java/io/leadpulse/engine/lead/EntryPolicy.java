package io.leadpulse.engine.lead;

import io.leadpulse.engine.model.Gate;
import io.leadpulse.engine.model.HotRule;
import io.leadpulse.engine.score.Score;
import io.leadpulse.engine.score.Support;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Says which conditions for entering HOT do not hold. */
final class EntryPolicy {
  private EntryPolicy() {}

  /** The conditions beside the cause that do not hold; empty if the lead may enter. */
  static Set<Blocker> blockers(Situation lead, long intent, Support support) {
    EnumSet<Blocker> blockers = EnumSet.noneOf(Blocker.class);
    HotRule rule = lead.card().hot();
    if (lead.enter() == HotRule.NEVER) {
      blockers.add(Blocker.FIT);
    } else if (intent < lead.enter()) {
      blockers.add(Blocker.BELOW_THRESHOLD);
    }
    if (lead.failedGates() != 0) {
      blockers.add(Blocker.GATE);
    }
    if (support.distinctSignals() < rule.distinctSignals()) {
      blockers.add(Blocker.DISTINCT_SIGNALS);
    }
    if (support.humanSignals() < rule.humanSignals()) {
      blockers.add(Blocker.HUMAN_SIGNAL);
    }
    if (lead.isExcluded()) {
      blockers.add(Blocker.EXCLUDED);
    }
    if (lead.isNoCustomer()) {
      blockers.add(Blocker.NOT_A_CUSTOMER);
    }
    if (lead.isHeld()) {
      blockers.add(Blocker.HELD);
    }
    return blockers;
  }

  /** Whether the next accepted event of a lead outside of an episode opens one. */
  static boolean isReady(Situation lead, Score score) {
    return (lead.isHandUp() && !lead.isHeld())
        || blockers(lead, score.intent(), score.support()).isEmpty();
  }

  /** Why there is no alert, in the words that rows use; empty if there is one. */
  static List<String> explain(Situation lead, Score score) {
    Standing standing = lead.standing();
    List<String> terms = new ArrayList<>();
    if (standing.open) {
      if (!standing.raised) {
        terms.add(pendingOn(lead).term());
      }
      return terms;
    }
    if (isReady(lead, score)) {
      terms.add((lead.isCoolingDown() ? Blocker.COOLDOWN : Blocker.AWAITING_EVENT).term());
      return terms;
    }
    for (Blocker blocker : blockers(lead, score.intent(), score.support())) {
      switch (blocker) {
        case GATE -> addGates(lead, terms);
        case EXCLUDED -> terms.add(blocker.term() + ":" + lead.exclusion().term());
        default -> terms.add(blocker.term());
      }
    }
    return terms;
  }

  /** What an episode that was not raised yet waits for. */
  static Blocker pendingOn(Situation lead) {
    if (lead.isNoCustomer()) {
      return Blocker.NOT_A_CUSTOMER;
    }
    return lead.isHeld() ? Blocker.HELD : Blocker.COOLDOWN;
  }

  private static void addGates(Situation lead, List<String> terms) {
    List<Gate> gates = lead.card().hot().gates();
    for (int i = 0; i < gates.size(); i++) {
      if ((lead.failedGates() >>> i & 1) != 0) {
        terms.add(Blocker.GATE.term() + ":" + gates.get(i).id());
      }
    }
  }
}
