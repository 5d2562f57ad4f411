package io.leadpulse.cli.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Looks for records that readers of what was committed get. Between two offsets there may be none:
 * marks of transactions, and what was aborted, have offsets too.
 */
public final class CommittedRecords {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Properties client;

  /**
   * @param client properties of every client
   */
  public CommittedRecords(Properties client) {
    this.client = client;
  }

  /**
   * Whether a partition has a record from one offset on and before the other. One that could not be
   * looked through within 10 s has.
   *
   * @param from a partition that is missing here is read from its beginning
   */
  public boolean isAnyBetween(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
    Map<TopicPartition, Long> open = new HashMap<>();
    to.forEach(
        (partition, end) -> {
          long begin = from.getOrDefault(partition, 0L);
          if (begin < end) {
            open.put(partition, begin);
          }
        });
    return !open.isEmpty() && isAnyIn(open, to);
  }

  private boolean isAnyIn(Map<TopicPartition, Long> open, Map<TopicPartition, Long> to) {
    Properties settings = TopicLog.settings(client, IsolationLevel.READ_COMMITTED);
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      consumer.assign(open.keySet());
      open.forEach(consumer::seek);
      long limit = System.nanoTime() + LIMIT.toNanos();
      while (System.nanoTime() < limit) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          if (record.offset() < to.get(new TopicPartition(record.topic(), record.partition()))) {
            return true;
          }
        }
        if (open.keySet().stream().allMatch(at -> consumer.position(at) >= to.get(at))) {
          return false;
        }
      }
      return true;
    }
  }
}
