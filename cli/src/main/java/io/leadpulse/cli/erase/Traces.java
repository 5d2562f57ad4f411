package io.leadpulse.cli.erase;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What a topic holds of one lead, gathered record by record in the order of each partition. */
final class Traces {
  /** By key: the newest record of each that ever named the lead. */
  private final Map<ByteBuffer, Newest> keys = new HashMap<>();

  private long records;
  private long tombstones;
  private long oldest = Long.MAX_VALUE;
  private long newest = Long.MIN_VALUE;

  /**
   * The newest record of a key.
   *
   * @param time of Kafka, epoch milliseconds
   * @param names whether it has a value and still names the lead
   */
  private record Newest(long time, boolean names) {}

  /**
   * Takes a record.
   *
   * @param names whether its key or value names the lead
   */
  void take(ConsumerRecord<byte[], byte[]> record, boolean names) {
    if (names) {
      records++;
      tombstones += record.value() == null ? 1 : 0;
      oldest = Math.min(oldest, record.timestamp());
      newest = Math.max(newest, record.timestamp());
    }
    if (record.key() != null) {
      takeKey(record, names);
    }
  }

  private void takeKey(ConsumerRecord<byte[], byte[]> record, boolean names) {
    ByteBuffer key = ByteBuffer.wrap(record.key());
    if (names || keys.containsKey(key)) {
      keys.put(key, new Newest(record.timestamp(), names && record.value() != null));
    }
  }

  /** How many records name the lead, tombstones among them. */
  long records() {
    return records;
  }

  /** How many of them have a key and no value. */
  long tombstones() {
    return tombstones;
  }

  /** When Kafka got the first of them; null without any. */
  @Nullable Instant oldest() {
    return records == 0 ? null : Instant.ofEpochMilli(oldest);
  }

  /** When Kafka got the last of them; null without any. */
  @Nullable Instant newest() {
    return records == 0 ? null : Instant.ofEpochMilli(newest);
  }

  /** Whether a row names the lead that nothing has replaced yet, so that compaction keeps it. */
  boolean hasStandingRow() {
    return keys.values().stream().anyMatch(Newest::names);
  }

  /** When the last row that named the lead was replaced or taken back; null if one stands. */
  @Nullable Instant replacedAt() {
    return hasStandingRow() || keys.isEmpty()
        ? null
        : Instant.ofEpochMilli(keys.values().stream().mapToLong(Newest::time).max().orElseThrow());
  }
}
