package io.leadpulse.jobs.kafka;

import io.leadpulse.jobs.record.HandOffTopic;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.schemas.Topics;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/** The jobs' sources. */
public final class Sources {
  private Sources() {}

  /** All topics about leads, through one consumer per subtask. */
  public static KafkaSource<RawRecord> leads(KafkaSettings kafka, SourceRange range) {
    List<String> topics =
        Arrays.stream(SourceTopic.values()).map(topic -> topic.topic(kafka.topicPrefix())).toList();
    return source(kafka, topics, kafka.groupId(), start(range), range);
  }

  /** The releases of the scoring model, always all of them: events are judged by old ones too. */
  public static KafkaSource<RawRecord> releases(KafkaSettings kafka, SourceRange range) {
    List<String> topics = List.of(Topics.SCORING_MODEL.topic(kafka.topicPrefix()));
    String group = kafka.groupId() + "-model";
    return source(kafka, topics, group, OffsetsInitializer.earliest(), range);
  }

  /**
   * What leads send to each other. Always all of it: what an earlier run sent is known by its
   * number and ignored, so a job that begins anew misses nothing of its own.
   */
  public static KafkaSource<RawRecord> transfers(KafkaSettings kafka) {
    List<String> topics = List.of(Topics.LEAD_TRANSFER.topic(kafka.topicPrefix()));
    String group = kafka.groupId() + "-transfer";
    SourceRange endless = new SourceRange(false, false);
    return source(kafka, topics, group, OffsetsInitializer.earliest(), endless);
  }

  /** What the hand-off reads: alerts, scores, what sales did, who is to be forgotten. */
  public static KafkaSource<RawRecord> handOff(KafkaSettings kafka, SourceRange range) {
    List<String> topics =
        HandOffTopic.ALL.stream().map(topic -> topic.topic(kafka.topicPrefix())).toList();
    return source(kafka, topics, kafka.groupId(), start(range), range);
  }

  @SuppressWarnings("deprecation") // The connector's own parameter is of that type.
  private static OffsetsInitializer start(SourceRange range) {
    return range.resumes()
        ? OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST)
        : OffsetsInitializer.earliest();
  }

  private static KafkaSource<RawRecord> source(
      KafkaSettings kafka,
      List<String> topics,
      String group,
      OffsetsInitializer start,
      SourceRange range) {
    KafkaSourceBuilder<RawRecord> source =
        KafkaSource.<RawRecord>builder()
            .setProperties(kafka.consumer())
            .setTopics(topics)
            .setGroupId(group)
            .setClientIdPrefix(group)
            .setStartingOffsets(start)
            .setDeserializer(new RawRecordSchema());
    if (range.bounded()) {
      source.setBounded(OffsetsInitializer.latest());
    }
    return source.build();
  }
}
