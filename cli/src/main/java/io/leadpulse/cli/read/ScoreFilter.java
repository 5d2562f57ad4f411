package io.leadpulse.cli.read;

import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.LeadScoreKey;
import io.leadpulse.schemas.Tier;
import org.jspecify.annotations.Nullable;

/** Which scores are asked for; null for any. */
record ScoreFilter(@Nullable String leadId, @Nullable String scorecard, @Nullable Tier tier) {

  /** Whether a change is to be shown; of a score that is gone the tier is not known. */
  boolean matches(RowChange<LeadScoreKey, LeadScore> change) {
    LeadScore row = change.row();
    return (leadId == null || leadId.equals(change.key().getLeadId()))
        && (scorecard == null || scorecard.equals(change.key().getScorecard()))
        && (tier == null || (row != null && row.getTier() == tier));
  }
}
