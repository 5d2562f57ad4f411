package io.leadpulse.cli.topic;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A committed record of a topic.
 *
 * @param timestamp of Kafka, epoch milliseconds
 * @param key as it is in the topic
 * @param value null for a tombstone
 */
public record TopicRecord<T>(
    int partition, long offset, long timestamp, byte @Nullable [] key, @Nullable T value) {

  /** Hands over the value, unless the record is a tombstone. */
  public void ifValue(Consumer<T> sink) {
    if (value != null) {
      sink.accept(value);
    }
  }
}
