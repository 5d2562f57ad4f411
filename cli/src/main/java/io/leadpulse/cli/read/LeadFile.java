package io.leadpulse.cli.read;

import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.LeadScore;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a stack tells of one lead.
 *
 * @param scores highest first, one a scorecard
 * @param alerts oldest first
 * @param machineEvents that were ignored
 * @param machineReasons these by reason
 */
record LeadFile(
    String leadId,
    List<LeadScore> scores,
    List<HotLeadAlert> alerts,
    long machineEvents,
    Map<String, Integer> machineReasons) {

  LeadFile {
    scores = List.copyOf(scores);
    alerts = List.copyOf(alerts);
  }

  /** Whether nothing is known of the lead. */
  boolean isEmpty() {
    return scores.isEmpty() && alerts.isEmpty() && machineEvents == 0;
  }

  Optional<HotLeadAlert> newestAlert() {
    return alerts.isEmpty() ? Optional.empty() : Optional.of(alerts.get(alerts.size() - 1));
  }

  /** The first alert of the episode that a row tells of. */
  Optional<HotLeadAlert> openingOf(LeadScore row) {
    return alerts.stream()
        .filter(alert -> alert.getScorecard().equals(row.getScorecard()))
        .filter(alert -> alert.getEpisode() == row.getEpisode() && row.getEpisode() > 0)
        .findFirst();
  }
}
