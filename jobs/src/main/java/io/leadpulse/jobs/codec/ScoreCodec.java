package io.leadpulse.jobs.codec;

import io.leadpulse.engine.lead.ScoreRow;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.engine.score.Score;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.OutputTopic;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.LeadScoreKey;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.RecordEncoder;

/** Writes rows of the score topic. */
final class ScoreCodec {
  private final RecordEncoder<LeadScoreKey> keys;
  private final RecordEncoder<LeadScore> values;

  ScoreCodec(RecordFormat format) {
    keys = format.encoder(Topics.LEAD_SCORE_KEY);
    values = format.encoder(Topics.LEAD_SCORE);
  }

  OutputRecord encode(ScoreRow row) {
    byte[] key = keys.encode(new LeadScoreKey(row.leadId(), row.scorecard()));
    ScoreRow.Content content = row.content();
    byte[] value = content == null ? null : values.encode(value(row, content));
    return OutputRecord.of(OutputTopic.LEAD_SCORE, key, value);
  }

  /** Positional, because a builder costs more than all the rest of the encoding. */
  private static LeadScore value(ScoreRow row, ScoreRow.Content content) {
    Profile profile = content.profile();
    Score score = content.score();
    return new LeadScore(
        row.leadId(),
        row.scorecard(),
        profile.accountId(),
        profile.company(),
        profile.team(),
        profile.owner(),
        OutputEnums.tier(content.tier()),
        OutputEnums.fit(content.fit()),
        score.intent(),
        score.velocityMilli(),
        score.isSurge(),
        Times.ofHourOrNever(content.hotUntil()),
        content.episode(),
        OutputEnums.exclusion(content.exclusion()),
        content.held(),
        score.distinctSignals(),
        score.humanSignals(),
        Explanation.contributions(score, content.card(), content.model()),
        Explanation.cuts(score),
        content.topics(),
        content.blockers(),
        content.suspects(),
        Times.ofMillisOrNever(content.lastActivityAt()),
        Times.ofHour(score.hour()),
        Times.ofRecord(content.recordedAt()),
        content.revision(),
        content.model().id(),
        content.model().version());
  }
}
