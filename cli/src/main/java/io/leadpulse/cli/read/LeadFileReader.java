package io.leadpulse.cli.read;

import io.leadpulse.cli.stack.Connection;
import io.leadpulse.cli.topic.TopicReader;
import io.leadpulse.cli.topic.TopicRecord;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.Limits;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Gathers what the topics of a stack hold about one lead. */
final class LeadFileReader {
  private final Connection stack;
  private final Consumer<String> notices;

  LeadFileReader(Connection stack, Consumer<String> notices) {
    this.stack = stack;
    this.notices = notices;
  }

  /**
   * @param scorecard the only one; null for all
   */
  LeadFile read(String leadId, @Nullable String scorecard) {
    LatestScores scores = new LatestScores(new ScoreFilter(leadId, scorecard, null));
    AlertLog alerts = new AlertLog(new AlertFilter(leadId, scorecard, Set.of()));
    Suspicions suspicions = new Suspicions(leadId);
    ScoreDecoder decoder = new ScoreDecoder(stack.reading(), notices);
    read(Topics.LEAD_SCORE, message -> decoder.decode(message).ifPresent(scores::take));
    read(Topics.HOT_LEAD_ALERT, message -> message.ifValue(alerts::take));
    read(Topics.SUSPECT_ENGAGEMENT, message -> message.ifValue(suspicions::take));
    return new LeadFile(
        leadId,
        scores.highest(Integer.MAX_VALUE),
        alerts.newest(Integer.MAX_VALUE),
        suspicions.events(),
        suspicions.byReason());
  }

  private <T extends SpecificRecord> void read(Subject<T> subject, Consumer<TopicRecord<T>> sink) {
    try (TopicReader<T> reader =
        new TopicReader<>(
            stack.bootstrapServers(),
            stack.topicPrefix(),
            stack.reading(),
            subject,
            Limits.RESULT,
            notices)) {
      reader.readToEnd(sink);
    }
  }
}
