package io.leadpulse.cli.read;

import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.LeadScoreKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the newest record of a key says.
 *
 * @param row null if the score is gone
 */
record ScoreChange(String leadId, String scorecard, @Nullable LeadScore row) {

  static ScoreChange of(LeadScore row) {
    return new ScoreChange(row.getLeadId(), row.getScorecard(), row);
  }

  /** The row's fields; of a score that is gone the key's only. */
  Map<String, @Nullable Object> fields() {
    return AvroJson.fields(row == null ? new LeadScoreKey(leadId, scorecard) : row);
  }
}
