package io.leadpulse.jobs.kafka;

import io.leadpulse.jobs.record.RawRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(kafka)) {
      List<TopicPartition> partitions = new ArrayList<>();
      topics.forEach(topic -> partitions.addAll(partitions(consumer, topic)));
      readAll(consumer, consumer.endOffsets(partitions), sink);
    }
  }

  /**
   * The same of one topic, to where it ended earlier. Records from beyond that may come as well.
   *
   * @param ends the first offset beyond, by partition
   */
  static void read(
      KafkaSettings kafka, String topic, Map<Integer, Long> ends, Consumer<RawRecord> sink) {
    Map<TopicPartition, Long> partitions = new HashMap<>();
    ends.forEach((partition, end) -> partitions.put(new TopicPartition(topic, partition), end));
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(kafka)) {
      readAll(consumer, partitions, sink);
    }
  }

  /**
   * Where a topic ends now: the first offset beyond, by partition.
   *
   * @throws IllegalStateException if it is missing
   */
  static Map<Integer, Long> ends(KafkaSettings kafka, String topic) {
    Map<Integer, Long> ends = new HashMap<>();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(kafka)) {
      consumer
          .endOffsets(partitions(consumer, topic))
          .forEach((partition, end) -> ends.put(partition.partition(), end));
    }
    return ends;
  }

  private static KafkaConsumer<byte[], byte[]> consumer(KafkaSettings kafka) {
    return new KafkaConsumer<>(
        properties(kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer());
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
    consumer.assign(ends.keySet());
    consumer.seekToBeginning(ends.keySet());
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
