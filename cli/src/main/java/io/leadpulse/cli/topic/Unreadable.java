package io.leadpulse.cli.topic;

import io.leadpulse.schemas.wire.Cause;
import io.leadpulse.schemas.wire.Decoded.Failure;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The records of a topic that could not be read: the first of each cause is told at once, the rest
 * are counted. None of them ends a reading.
 */
final class Unreadable {
  private final String topic;
  private final Consumer<String> notices;
  private final Map<Cause, Long> counts = new EnumMap<>(Cause.class);
  private long told;

  Unreadable(String topic, Consumer<String> notices) {
    this.topic = topic;
    this.notices = notices;
  }

  void add(int partition, long offset, Failure<?> failure) {
    if (counts.merge(failure.cause(), 1L, Long::sum) == 1) {
      told++;
      notices.accept(
          "%s: partition %d, offset %d cannot be read and is left out: %s, %s"
              .formatted(topic, partition, offset, failure.cause(), failure.detail()));
    }
  }

  long count() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Tells the counts if there are records that were not told one by one. */
  void sumUp() {
    if (count() > told) {
      told = count();
      notices.accept("%s: %d records left out: %s".formatted(topic, told, counts));
    }
  }
}
