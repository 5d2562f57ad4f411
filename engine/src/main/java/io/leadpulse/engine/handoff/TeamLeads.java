package io.leadpulse.engine.handoff;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The hot leads of a team, those that wait and those that sales has, by alert, by lead and by when
 * something is due; and which of them have changed.
 */
final class TeamLeads {
  private final Map<String, TeamLead> byAlert = new TreeMap<>();
  private final Map<String, Set<String>> alertsOfLead = new HashMap<>();
  private final TreeSet<Due> dues =
      new TreeSet<>(Comparator.comparingLong(Due::at).thenComparing(Due::alertId));
  private final Set<String> unsaved = new TreeSet<>();

  private record Due(long at, String alertId) {}

  /** Null if there is none. */
  @Nullable TeamLead get(String alertId) {
    return byAlert.get(alertId);
  }

  /** Adds one, with what it says is due. */
  void add(TeamLead lead) {
    Candidate candidate = lead.candidate();
    byAlert.put(candidate.alertId(), lead);
    alertsOfLead
        .computeIfAbsent(candidate.leadId(), any -> new TreeSet<>())
        .add(candidate.alertId());
    if (lead.due != Long.MAX_VALUE) {
      dues.add(new Due(lead.due, candidate.alertId()));
    }
  }

  void remove(TeamLead lead) {
    Candidate candidate = lead.candidate();
    byAlert.remove(candidate.alertId());
    alertsOfLead.computeIfPresent(
        candidate.leadId(),
        (id, alerts) -> alerts.remove(candidate.alertId()) && alerts.isEmpty() ? null : alerts);
    dues.remove(new Due(lead.due, candidate.alertId()));
    changed(lead);
  }

  /** All of one lead, in the order of their alerts. */
  List<TeamLead> of(String leadId) {
    return alertsOfLead.getOrDefault(leadId, Set.of()).stream().map(byAlert::get).toList();
  }

  /** The best alert by which a lead waits and was hot at an instant; null if there is none. */
  @Nullable Candidate waiting(String leadId, long at) {
    return of(leadId).stream()
        .filter(lead -> lead.handOff() == null)
        .map(TeamLead::candidate)
        .filter(candidate -> candidate.since() <= at)
        .min(Candidate.BEST_FIRST)
        .orElse(null);
  }

  /**
   * Of those by which sales has a lead the newest by which it was hot at an instant; if it never
   * was before, the oldest; null if sales has none.
   */
  @Nullable TeamLead inHand(String leadId, long at) {
    TeamLead best = null;
    for (TeamLead lead : of(leadId)) {
      if (lead.handOff() != null && (best == null || isNearer(lead, best, at))) {
        best = lead;
      }
    }
    return best;
  }

  private static boolean isNearer(TeamLead lead, TeamLead best, long at) {
    long since = lead.candidate().since();
    long known = best.candidate().since();
    return since <= at ? known > at || since > known : known > at && since < known;
  }

  /** Takes when something of one is due next. */
  void schedule(TeamLead lead, long at) {
    String alertId = lead.candidate().alertId();
    dues.remove(new Due(lead.due, alertId));
    lead.due = at;
    dues.add(new Due(at, alertId));
  }

  /** When something is due next; {@link Long#MAX_VALUE} for never. */
  long nextDue() {
    return dues.isEmpty() ? Long.MAX_VALUE : dues.first().at();
  }

  /** The next of which something is due at an instant; null if there is none any more. */
  @Nullable TeamLead pollDue(long now) {
    return nextDue() > now ? null : byAlert.get(dues.pollFirst().alertId());
  }

  /** Takes that one is to be saved. */
  void changed(TeamLead lead) {
    unsaved.add(lead.candidate().alertId());
  }

  /** Hands out those that have changed since the last time. */
  void save(TeamState state) {
    for (String alertId : unsaved) {
      TeamLead lead = byAlert.get(alertId);
      state.lead(alertId, lead == null ? null : lead.toBytes());
    }
    unsaved.clear();
  }
}
