package io.leadpulse.chaos.stage;

import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.SourceTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The input topics read back, as the broker has them: what the job was really given. */
public final class Inputs {
  private static final Duration POLL = Duration.ofMillis(500);

  private Inputs() {}

  /** Takes one record. */
  public interface Sink {

    /**
     * @param message the same record, with its headers
     */
    void take(SourceTopic source, RawRecord raw, ConsumerRecord<byte[], byte[]> message);
  }

  /** Hands over all records; those of one partition in order. */
  public static void read(String bootstrap, Sink sink) {
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    Map<String, Object> settings =
        Map.of("bootstrap.servers", bootstrap, "max.poll.records", 5_000);
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      for (SourceTopic source : SourceTopic.values()) {
        read(consumer, source, sink);
      }
    }
  }

  private static void read(KafkaConsumer<byte[], byte[]> consumer, SourceTopic source, Sink sink) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (int partition = 0; partition < Stage.PARTITIONS; partition++) {
      partitions.add(new TopicPartition(source.topic(Stage.PREFIX), partition));
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
        sink.take(source, raw(message), message);
      }
    }
  }

  private static RawRecord raw(ConsumerRecord<byte[], byte[]> from) {
    return new RawRecord(
        from.topic(), from.partition(), from.offset(), from.timestamp(), from.key(), from.value());
  }
}
