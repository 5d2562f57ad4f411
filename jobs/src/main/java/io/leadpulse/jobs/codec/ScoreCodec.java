package io.leadpulse.jobs.codec;

import io.leadpulse.engine.lead.ScoreRow;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.engine.score.Contribution;
import io.leadpulse.engine.score.Cut;
import io.leadpulse.engine.score.Score;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.OutputTopic;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.LeadScoreKey;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.io.IOException;
import java.util.List;
import org.apache.avro.io.Encoder;

/**
 * Writes rows of the score topic. There is one for every third event or so, and Avro's own writer
 * took a tenth of the scoring task, so the fields are written here, in the order of the contract.
 */
final class ScoreCodec {
  private static final int NULL = 0;
  private static final int VALUE = 1;

  private final RecordEncoder<LeadScoreKey> keys;
  private final RecordEncoder<LeadScore> values;

  ScoreCodec(RecordFormat format) {
    keys = format.encoder(Topics.LEAD_SCORE_KEY);
    values = format.encoder(Topics.LEAD_SCORE);
  }

  OutputRecord encode(ScoreRow row) {
    byte[] key = keys.encodeFields(out -> writeKey(row, out));
    ScoreRow.Content content = row.content();
    byte[] value = content == null ? null : values.encodeFields(out -> write(row, content, out));
    return OutputRecord.of(OutputTopic.LEAD_SCORE, key, value);
  }

  private static void writeKey(ScoreRow row, Encoder out) throws IOException {
    out.writeString(row.leadId());
    out.writeString(row.scorecard());
  }

  private static void write(ScoreRow row, ScoreRow.Content content, Encoder out)
      throws IOException {
    Profile profile = content.profile();
    Score score = content.score();
    writeKey(row, out);
    out.writeString(profile.accountId());
    out.writeString(profile.company());
    out.writeString(profile.team());
    out.writeString(profile.owner());
    out.writeEnum(OutputEnums.tier(content.tier()).ordinal());
    out.writeEnum(OutputEnums.fit(content.fit()).ordinal());
    out.writeLong(score.intent());
    out.writeLong(score.velocityMilli());
    out.writeBoolean(score.isSurge());
    writeTime(content.hotUntil() == Times.NEVER, Times.millisOfHour(content.hotUntil()), out);
    out.writeInt(content.episode());
    out.writeEnum(OutputEnums.exclusion(content.exclusion()).ordinal());
    out.writeBoolean(content.held());
    out.writeInt(score.distinctSignals());
    out.writeInt(score.humanSignals());
    writeContributions(content, out);
    writeCuts(score, out);
    writeTexts(content.topics(), out);
    writeTexts(content.blockers(), out);
    out.writeLong(content.suspects());
    writeTime(content.lastActivityAt() == Times.NOT_YET, content.lastActivityAt(), out);
    out.writeLong(Times.millisOfHour(score.hour()));
    out.writeLong(Times.millisOfRecord(content.recordedAt()));
    out.writeLong(content.revision());
    out.writeString(content.model().id());
    out.writeLong(content.model().version());
  }

  private static void writeTime(boolean missing, long millis, Encoder out) throws IOException {
    out.writeIndex(missing ? NULL : VALUE);
    if (!missing) {
      out.writeLong(millis);
    }
  }

  private static void writeContributions(ScoreRow.Content content, Encoder out) throws IOException {
    List<Contribution> parts = content.score().contributions();
    out.writeArrayStart();
    out.setItemCount(parts.size());
    for (Contribution part : parts) {
      out.startItem();
      out.writeString(content.model().signals().get(part.signal()).id());
      out.writeString(Explanation.category(content.card(), part.signal()));
      out.writeLong(part.milliPoints());
      out.writeLong(part.cut());
      out.writeInt(part.count());
    }
    out.writeArrayEnd();
  }

  private static void writeCuts(Score score, Encoder out) throws IOException {
    out.writeArrayStart();
    out.setItemCount(score.cuts().size());
    for (Cut cut : score.cuts()) {
      out.startItem();
      out.writeString(cut.by());
      out.writeLong(cut.milliPoints());
    }
    out.writeArrayEnd();
  }

  private static void writeTexts(List<String> texts, Encoder out) throws IOException {
    out.writeArrayStart();
    out.setItemCount(texts.size());
    for (String text : texts) {
      out.startItem();
      out.writeString(text);
    }
    out.writeArrayEnd();
  }
}
