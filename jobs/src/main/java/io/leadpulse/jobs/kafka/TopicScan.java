package io.leadpulse.jobs.kafka;

import io.leadpulse.jobs.record.RawRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics from their beginning to where they end now, apart from any stream. */
final class TopicScan {
  private static final Duration POLL = Duration.ofMillis(200);

  /** Of polls that bring nothing in a row; then the broker is not well. */
  private static final int MAX_EMPTY_POLLS = 150;

  private TopicScan() {}

  /**
   * Shows each record to the sink.
   *
   * @throws IllegalStateException if a topic is missing or cannot be read to its end
   */
  static void read(KafkaSettings kafka, List<String> topics, Consumer<RawRecord> sink) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            properties(kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      topics.forEach(topic -> partitions.addAll(partitions(consumer, topic)));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      readAll(consumer, consumer.endOffsets(partitions), sink);
    }
  }

  private static Properties properties(KafkaSettings kafka) {
    Properties properties = kafka.consumer();
    properties.setProperty("enable.auto.commit", "false");
    // Otherwise asking for a missing topic would make one, with the broker's defaults.
    properties.setProperty("allow.auto.create.topics", "false");
    return properties;
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<byte[], byte[]> consumer, String topic) {
    Collection<PartitionInfo> partitions = consumer.partitionsFor(topic);
    if (partitions == null || partitions.isEmpty()) {
      throw new IllegalStateException(
          "topic " + topic + " does not exist; create the topics first");
    }
    return partitions.stream().map(p -> new TopicPartition(topic, p.partition())).toList();
  }

  private static void readAll(
      KafkaConsumer<byte[], byte[]> consumer,
      Map<TopicPartition, Long> ends,
      Consumer<RawRecord> sink) {
    int emptyPolls = 0;
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      for (ConsumerRecord<byte[], byte[]> record : records) {
        sink.accept(RawRecordSchema.raw(record));
      }
      emptyPolls = records.isEmpty() ? emptyPolls + 1 : 0;
      if (emptyPolls > MAX_EMPTY_POLLS) {
        throw new IllegalStateException(
            "the broker does not give " + ends.keySet() + " to the end");
      }
    }
  }
}
