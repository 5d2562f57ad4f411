package io.leadpulse.cli.model;

/**
 * What a change of the model means for one lead. Public with its components, so that Flink can
 * serialise it.
 *
 * @param scorecard empty in the one verdict of each lead that only counts it
 * @param entered whether it would enter HOT; else it would leave
 * @param alertId of the episode that would end unheard; empty if there is none
 */
public record LeadVerdict(
    String leadId,
    String scorecard,
    boolean entered,
    long intentBeforeMilli,
    long intentAfterMilli,
    String tierBefore,
    String tierAfter,
    String alertId) {

  static LeadVerdict seen(String leadId) {
    return new LeadVerdict(leadId, "", false, 0, 0, "", "", "");
  }

  boolean isCrossing() {
    return !scorecard.isEmpty();
  }
}
