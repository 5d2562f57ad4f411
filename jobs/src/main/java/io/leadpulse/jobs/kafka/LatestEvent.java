package io.leadpulse.jobs.kafka;

import io.leadpulse.jobs.decode.EventTime;
import io.leadpulse.jobs.decode.TimeRules;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.schemas.registry.RecordFormat;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.eventtime.TimestampAssigner;

/** The end of a replay that names none: when the latest event in the topics happened. */
public final class LatestEvent {
  private LatestEvent() {}

  /**
   * Reads all topics about leads once; {@link Instant#EPOCH} if they hold no usable event.
   *
   * @throws IllegalStateException if a topic is missing or cannot be read to its end
   */
  public static Instant find(KafkaSettings kafka, TimeRules times, RecordFormat format) {
    String prefix = kafka.topicPrefix();
    List<String> topics =
        Arrays.stream(SourceTopic.values()).map(topic -> topic.topic(prefix)).toList();
    TimestampAssigner<RawRecord> time = new EventTime(prefix, times, format).assigner();
    long[] latest = {0};
    TopicScan.read(
        kafka, topics, record -> latest[0] = Math.max(latest[0], time.extractTimestamp(record, 0)));
    return Instant.ofEpochMilli(latest[0]);
  }
}
