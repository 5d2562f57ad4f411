package io.leadpulse.cli.read;

import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.LeadScoreKey;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The newest row per lead and scorecard, of those that are asked for. */
final class LatestScores {
  private static final Comparator<LeadScore> HIGHEST_FIRST =
      Comparator.comparingLong(LeadScore::getIntentMilli)
          .reversed()
          .thenComparing(LeadScore::getLeadId)
          .thenComparing(LeadScore::getScorecard);

  private final ScoreFilter filter;
  private final Map<LeadScoreKey, LeadScore> rows = new HashMap<>();

  LatestScores(ScoreFilter filter) {
    this.filter = filter;
  }

  void take(ScoreChange change) {
    LeadScoreKey key = new LeadScoreKey(change.leadId(), change.scorecard());
    LeadScore row = change.row();
    if (row != null && filter.matches(change)) {
      rows.put(key, row);
    } else {
      rows.remove(key);
    }
  }

  /** The rows, highest intent first. */
  List<LeadScore> highest(int limit) {
    return rows.values().stream().sorted(HIGHEST_FIRST).limit(limit).toList();
  }
}
