package io.leadpulse.benchmarks.run;

import io.leadpulse.jobs.record.OutputTopic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what a peer has written and committed. */
final class OutputReader {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Broker broker;

  OutputReader(Broker broker) {
    this.broker = broker;
  }

  /**
   * @param each takes key and value of every record
   */
  void read(String prefix, BiConsumer<byte[], byte[]> each) {
    Map<String, Object> settings = new HashMap<>(broker.client());
    settings.put("isolation.level", "read_committed");
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(OutputTopic.LEAD_SCORE.topic(prefix)).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (ConsumerRecord<byte[], byte[]> read : consumer.poll(POLL)) {
          each.accept(read.key(), Objects.requireNonNull(read.value()));
        }
      }
    }
  }
}
