package io.leadpulse.cli.read;

import io.leadpulse.cli.topic.TopicRecord;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.LeadScoreKey;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.Decoded;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordDecoder;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads records of the score topic with their keys. */
final class ScoreDecoder {
  private final RecordDecoder<LeadScoreKey> keys;
  private final Consumer<String> notices;

  ScoreDecoder(RecordFormat format, Consumer<String> notices) {
    keys = format.decoder(Topics.LEAD_SCORE_KEY, Limits.RESULT);
    this.notices = notices;
  }

  /** What the record says; empty, and told, if it takes away a score but cannot say which. */
  Optional<ScoreChange> decode(TopicRecord<LeadScore> message) {
    LeadScore row = message.value();
    if (row != null) {
      return Optional.of(ScoreChange.of(row));
    }
    if (keys.decode(message.key()) instanceof Decoded.Value<LeadScoreKey> key) {
      return Optional.of(
          new ScoreChange(key.value().getLeadId(), key.value().getScorecard(), null));
    }
    notices.accept(
        "%s: partition %d, offset %d has a key that cannot be read and is left out"
            .formatted(Topics.LEAD_SCORE.name(), message.partition(), message.offset()));
    return Optional.empty();
  }
}
