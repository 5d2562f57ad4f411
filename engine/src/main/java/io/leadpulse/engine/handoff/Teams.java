package io.leadpulse.engine.handoff;

import io.leadpulse.engine.profile.Profile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All sales teams, and which of them a hot lead goes to.
 *
 * @param byId by the team's id
 * @param routes the first that matches counts
 */
public record Teams(Map<String, Team> byId, List<Route> routes) {
  public Teams {
    byId = new TreeMap<>(byId);
    routes = List.copyOf(routes);
  }

  /**
   * The team of a hot lead: the one in charge of it, if that is one of these, else by the routes.
   *
   * @param scorecard id of the scorecard by which it is hot
   * @return empty if no route matches
   */
  public Optional<Team> of(String scorecard, Profile profile) {
    Team inCharge = byId.get(profile.team());
    return inCharge != null
        ? Optional.of(inCharge)
        : routes.stream()
            .filter(route -> route.matches(scorecard, profile))
            .findFirst()
            .map(route -> byId.get(route.team()));
  }
}
