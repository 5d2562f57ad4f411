package io.leadpulse.jobs.kafka;

import io.leadpulse.jobs.record.RawRecord;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.eventtime.TimestampAssigner;

/** The end of a replay that names none: when the latest event in the topics happened. */
public final class LatestEvent {
  private LatestEvent() {}

  /**
   * Reads topics once; {@link Instant#EPOCH} if they hold no usable event.
   *
   * @throws IllegalStateException if a topic is missing or cannot be read to its end
   */
  public static Instant find(
      KafkaSettings kafka, List<String> topics, TimestampAssigner<RawRecord> time) {
    long[] latest = {0};
    TopicScan.read(
        kafka, topics, record -> latest[0] = Math.max(latest[0], time.extractTimestamp(record, 0)));
    return Instant.ofEpochMilli(latest[0]);
  }
}
