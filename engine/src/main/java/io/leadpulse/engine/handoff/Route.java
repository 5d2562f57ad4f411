package io.leadpulse.engine.handoff;

import io.leadpulse.engine.profile.Profile;

/**
 * Which hot leads go to a team. What is empty, or 0, says nothing.
 *
 * @param scorecard id of the scorecard by which the lead is hot
 * @param country ISO 3166-1 alpha-2
 * @param industry in the sender's own codes
 * @param employees of the company at least
 */
public record Route(String team, String scorecard, String country, String industry, int employees) {
  boolean matches(String card, Profile profile) {
    return (scorecard.isEmpty() || scorecard.equals(card))
        && (country.isEmpty() || country.equals(profile.country()))
        && (industry.isEmpty() || industry.equals(profile.industry()))
        && profile.employees() >= employees;
  }
}
