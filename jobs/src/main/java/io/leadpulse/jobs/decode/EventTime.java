package io.leadpulse.jobs.decode;

import io.leadpulse.jobs.codec.InputCodec;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.schemas.registry.RecordFormat;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;

/**
 * Says when what a raw record tells of happened, for replays. Asked by the source, because only
 * there time runs apart for each partition; the price is that a replay looks at each record twice.
 *
 * <p>Records that are refused, and profiles, which tell how things are now, have no time: they
 * would drag all leads to the present.
 */
public final class EventTime implements TimestampAssignerSupplier<RawRecord> {
  /** Moves no watermark. */
  public static final long NONE = Long.MIN_VALUE;

  private final String topicPrefix;
  private final TimeRules times;
  private final RecordFormat format;

  public EventTime(String topicPrefix, TimeRules times, RecordFormat format) {
    this.topicPrefix = topicPrefix;
    this.times = times;
    this.format = format;
  }

  @Override
  public TimestampAssigner<RawRecord> createTimestampAssigner(Context context) {
    return assigner();
  }

  /** The assigner without the source that asks for it. */
  public TimestampAssigner<RawRecord> assigner() {
    SourceTopics topics = new SourceTopics(topicPrefix);
    InputCodec codec = new InputCodec(format);
    return (raw, recordedAt) -> {
      SourceTopic source = topics.of(raw);
      return source == SourceTopic.LEAD_PROFILE ? NONE : timeOf(codec.occurredAt(source, raw), raw);
    };
  }

  private long timeOf(long occurredAt, RawRecord raw) {
    boolean usable =
        occurredAt != InputCodec.NEVER && !TimeRules.isFromFuture(occurredAt, raw.recordedAt());
    return usable ? occurredAt : NONE;
  }
}
