package io.leadpulse.cli.read;

import io.leadpulse.cli.stack.Connection;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.LeadScoreKey;
import io.leadpulse.schemas.Topics;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Gathers what the topics of a stack hold about one lead. */
final class LeadFileReader {
  private final StackReader topics;

  LeadFileReader(Connection stack, Consumer<String> notices) {
    topics = new StackReader(stack, notices);
  }

  /**
   * @param scorecard the only one; null for all
   */
  LeadFile read(String leadId, @Nullable String scorecard) {
    LatestRows<LeadScoreKey, LeadScore> scores =
        ScoreRows.none(
            topics.stack().reading(), new ScoreFilter(leadId, scorecard, null), topics.notices());
    MessageLog<HotLeadAlert> alerts = new AlertFilter(leadId, scorecard, Set.of()).log();
    Suspicions suspicions = new Suspicions(leadId);
    topics.read(Topics.LEAD_SCORE, scores::take);
    topics.read(Topics.HOT_LEAD_ALERT, alerts::take);
    topics.read(Topics.SUSPECT_ENGAGEMENT, message -> message.ifValue(suspicions::take));
    return new LeadFile(
        leadId,
        scores.values(),
        alerts.rows(Integer.MAX_VALUE),
        suspicions.events(),
        suspicions.byReason());
  }
}
