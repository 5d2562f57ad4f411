package io.leadpulse.engine.handoff;

import io.leadpulse.engine.handoff.LeadRoutes.SentAlert;
import io.leadpulse.engine.handoff.Routed.Nurture;
import io.leadpulse.engine.handoff.Routed.ToTeam;
import io.leadpulse.engine.handoff.Routed.Unrouted;
import io.leadpulse.engine.lead.Tier;
import io.leadpulse.engine.profile.Exclusion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sends each alert to a team, and all that is said of the lead later to the same. Works on one lead
 * at a time, in the order of what is said of it.
 */
public final class Router {
  /** Alerts and early reports that are remembered of a lead; of more the oldest go. */
  static final int MOST = 16;

  private final Teams teams;

  public Router(Teams teams) {
    this.teams = teams;
  }

  /** Takes whatever may come. */
  public List<Routed> on(LeadRoutes routes, String leadId, LeadNews news) {
    if (news instanceof HotLead alert) {
      return onAlert(routes, alert);
    }
    if (news instanceof SalesReport report) {
      return onReport(routes, leadId, report);
    }
    if (news instanceof Standing standing) {
      return onStanding(routes, standing);
    }
    return onErased(routes, leadId);
  }

  /** Takes an alert. */
  List<Routed> onAlert(LeadRoutes routes, HotLead alert) {
    return switch (alert.type()) {
      case RAISED -> raised(routes, alert);
      case UPDATED ->
          follow(
              routes,
              alert,
              new TeamInput.Updated(
                  alert.alertId(),
                  alert.leadId(),
                  alert.messageId(),
                  alert.intentMilli(),
                  alert.cause()));
      case RECALLED, COOLED ->
          follow(
              routes,
              alert,
              new TeamInput.Cooled(
                  alert.alertId(), alert.leadId(), alert.messageId(), alert.cause()));
    };
  }

  private List<Routed> raised(LeadRoutes routes, HotLead alert) {
    boolean known = routes.sent.stream().anyMatch(sent -> sent.alertId().equals(alert.alertId()));
    if (known) {
      return List.of();
    }
    Optional<Team> found = teams.of(alert.brief().scorecard(), alert.profile());
    if (found.isEmpty()) {
      return List.of(new Unrouted(alert));
    }
    Team team = found.get();
    List<Routed> all = new ArrayList<>();
    routes.sent.add(new SentAlert(alert.alertId(), team.id()));
    if (routes.sent.size() > MOST) {
      routes.sent.remove(0);
    }
    routes.back = false;
    all.add(new ToTeam(team.id(), new TeamInput.Raised(alert.candidate(team))));
    for (SalesReport report : routes.early) {
      if (report.occurredAt() >= alert.since()) {
        all.add(new ToTeam(team.id(), new TeamInput.Reported(alert.leadId(), report)));
      }
    }
    routes.early.clear();
    return all;
  }

  /**
   * To the team that has the alert; news of a lead that sales has belong to none, but to a lead.
   */
  private static List<Routed> follow(LeadRoutes routes, HotLead alert, TeamInput input) {
    for (SentAlert sent : routes.sent) {
      if (sent.alertId().equals(alert.alertId())) {
        return List.of(new ToTeam(sent.team(), input));
      }
    }
    return routes.sent.isEmpty() ? List.of() : List.of(new ToTeam(newest(routes).team(), input));
  }

  private static SentAlert newest(LeadRoutes routes) {
    return routes.sent.get(routes.sent.size() - 1);
  }

  /** Takes what sales says; of a lead that was never hot it waits until that is. */
  List<Routed> onReport(LeadRoutes routes, String leadId, SalesReport report) {
    if (report.occurredAt() >= routes.reportedAt) {
      routes.reportedAt = report.occurredAt();
      routes.back = isGivenBack(report);
    }
    if (routes.sent.isEmpty()) {
      boolean known =
          routes.early.stream().anyMatch(other -> other.eventId().equals(report.eventId()));
      if (!known) {
        routes.early.add(report);
        if (routes.early.size() > MOST) {
          routes.early.remove(0);
        }
      }
      return List.of();
    }
    String team =
        routes.sent.stream()
            .map(SentAlert::team)
            .filter(report.team()::equals)
            .findFirst()
            .orElse(newest(routes).team());
    return List.of(new ToTeam(team, new TeamInput.Reported(leadId, report)));
  }

  private static boolean isGivenBack(SalesReport report) {
    return report.reached() == Stage.LOST
        || report.reached() == Stage.RECYCLED
        || report.reached() == Stage.REJECTED;
  }

  /** Takes how warm a lead is now. Who is in sales' hands, or excluded, is not for marketing. */
  List<Routed> onStanding(LeadRoutes routes, Standing now) {
    Tier before = routes.tiers.getOrDefault(now.scorecard(), Tier.COLD);
    if (now.tier() == Tier.COLD) {
      routes.tiers.remove(now.scorecard());
    } else {
      routes.tiers.put(now.scorecard(), now.tier());
    }
    if (now.tier() == before
        || now.tier() == Tier.HOT
        || now.held()
        || now.exclusion() != Exclusion.NONE) {
      return List.of();
    }
    if (before == Tier.HOT) {
      return List.of(new Nurture(now, teamOf(routes, now), "cooled"));
    }
    if (now.tier() == Tier.COLD) {
      return List.of();
    }
    String cause = routes.back ? "woken" : "warm";
    routes.back = false;
    return List.of(new Nurture(now, teamOf(routes, now), cause));
  }

  private String teamOf(LeadRoutes routes, Standing standing) {
    return routes.sent.isEmpty()
        ? teams
            .of(standing.scorecard(), HotLead.routing("", "", 0, "", standing.team()))
            .map(Team::id)
            .orElse("")
        : newest(routes).team();
  }

  /** Forgets a lead, and lets all teams that had it forget it. */
  List<Routed> onErased(LeadRoutes routes, String leadId) {
    Set<String> told = new LinkedHashSet<>();
    routes.sent.forEach(sent -> told.add(sent.team()));
    routes.sent.clear();
    routes.early.clear();
    routes.tiers.clear();
    routes.back = false;
    List<Routed> all = new ArrayList<>();
    told.forEach(team -> all.add(new ToTeam(team, new TeamInput.Erased(leadId))));
    return all;
  }
}
