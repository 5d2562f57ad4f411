package io.leadpulse.cli.read;

import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.LeadScoreKey;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import java.util.Comparator;
import java.util.function.Consumer;

/** The newest scores, highest first. */
final class ScoreRows {
  private static final Comparator<LeadScore> HIGHEST_FIRST =
      Comparator.comparingLong(LeadScore::getIntentMilli)
          .reversed()
          .thenComparing(LeadScore::getLeadId)
          .thenComparing(LeadScore::getScorecard);

  private ScoreRows() {}

  /** None yet. */
  static LatestRows<LeadScoreKey, LeadScore> none(
      RecordFormat format, ScoreFilter filter, Consumer<String> notices) {
    return new LatestRows<>(
        new RowDecoder<>(
            format,
            Topics.LEAD_SCORE,
            Topics.LEAD_SCORE_KEY,
            row -> new LeadScoreKey(row.getLeadId(), row.getScorecard()),
            notices),
        filter::matches,
        HIGHEST_FIRST);
  }
}
