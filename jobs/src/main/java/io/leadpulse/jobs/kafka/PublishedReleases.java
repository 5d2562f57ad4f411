package io.leadpulse.jobs.kafka;

import io.leadpulse.engine.release.Release;
import io.leadpulse.jobs.codec.Reading;
import io.leadpulse.jobs.codec.ReleaseCodec;
import io.leadpulse.schemas.Topics;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The releases of the scoring model that are in Kafka right now, read apart from any stream. */
public final class PublishedReleases implements Serializable {
  private static final Duration POLL = Duration.ofMillis(200);

  /** Of polls that bring nothing in a row; then the broker is not well. */
  private static final int MAX_EMPTY_POLLS = 150;

  private final KafkaSettings kafka;

  public PublishedReleases(KafkaSettings kafka) {
    this.kafka = kafka;
  }

  /**
   * All valid releases, in the order in which they were published. Invalid ones are left out: they
   * come by the stream as well and become dead letters there.
   *
   * @throws IllegalStateException if the topic is missing or cannot be read to its end
   */
  public List<Release> load() {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            properties(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = partitions(consumer);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return readAll(consumer, consumer.endOffsets(partitions));
    }
  }

  private Properties properties() {
    Properties properties = kafka.consumer();
    properties.setProperty("enable.auto.commit", "false");
    // Otherwise asking for a missing topic would make one, with the broker's defaults.
    properties.setProperty("allow.auto.create.topics", "false");
    return properties;
  }

  private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
    String topic = Topics.SCORING_MODEL.topic(kafka.topicPrefix());
    Collection<PartitionInfo> partitions = consumer.partitionsFor(topic);
    if (partitions == null || partitions.isEmpty()) {
      throw new IllegalStateException(
          "topic " + topic + " does not exist; create the topics first");
    }
    return partitions.stream().map(p -> new TopicPartition(topic, p.partition())).toList();
  }

  private static List<Release> readAll(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    ReleaseCodec codec = new ReleaseCodec();
    List<Release> releases = new ArrayList<>();
    int emptyPolls = 0;
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      for (ConsumerRecord<byte[], byte[]> record : records) {
        if (codec.read(RawRecordSchema.raw(record)) instanceof Reading.Value<Release> valid) {
          releases.add(valid.value());
        }
      }
      emptyPolls = records.isEmpty() ? emptyPolls + 1 : 0;
      if (emptyPolls > MAX_EMPTY_POLLS) {
        throw new IllegalStateException("the published scoring models cannot be read to the end");
      }
    }
    return releases;
  }
}
