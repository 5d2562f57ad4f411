package io.leadpulse.jobs.decode;

import io.leadpulse.engine.handoff.LeadNews;
import io.leadpulse.jobs.codec.HandOffReader;
import io.leadpulse.jobs.codec.Reading;
import io.leadpulse.jobs.record.LeadMessage;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.schemas.registry.RecordFormat;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;

/**
 * Says when what the hand-off reads happened, for replays. What is refused has no time, and
 * erasures have none either: they would drag all leads to the present.
 */
public final class HandOffTime implements TimestampAssignerSupplier<RawRecord> {
  private final String topicPrefix;
  private final RecordFormat format;

  /**
   * @param topicPrefix the installation's, with its dot
   */
  public HandOffTime(String topicPrefix, RecordFormat format) {
    this.topicPrefix = topicPrefix;
    this.format = format;
  }

  @Override
  public TimestampAssigner<RawRecord> createTimestampAssigner(Context context) {
    return assigner();
  }

  /** The assigner without the source that asks for it. */
  public TimestampAssigner<RawRecord> assigner() {
    HandOffReader reader = new HandOffReader(topicPrefix, format);
    return (raw, recordedAt) ->
        reader.read(raw) instanceof Reading.Value<Optional<LeadMessage>> value
            ? value.value().map(message -> timeOf(message, raw)).orElse(EventTime.NONE)
            : EventTime.NONE;
  }

  private static long timeOf(LeadMessage message, RawRecord raw) {
    boolean timeless =
        message.news() instanceof LeadNews.Erased || HandOffFunction.isFromFuture(message, raw);
    return timeless ? EventTime.NONE : message.at();
  }
}
