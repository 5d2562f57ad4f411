package io.leadpulse.cli.topic;

import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Tells how far a reading is, every 2 s, so that a short one says nothing. */
final class ReadProgress {
  private static final long INTERVAL_NANOS = 2_000_000_000L;

  private final String topic;
  private final long total;
  private final LongSupplier nanoTime;
  private final Consumer<String> notices;
  private long next;

  /**
   * @param total records to read
   * @param nanoTime a clock as {@link System#nanoTime}
   */
  ReadProgress(String topic, long total, LongSupplier nanoTime, Consumer<String> notices) {
    this.topic = topic;
    this.total = total;
    this.nanoTime = nanoTime;
    this.notices = notices;
    next = nanoTime.getAsLong() + INTERVAL_NANOS;
  }

  /**
   * @param left records still to read
   */
  void at(long left) {
    long now = nanoTime.getAsLong();
    if (now - next >= 0) {
      next = now + INTERVAL_NANOS;
      notices.accept("%s: %d of %d records read".formatted(topic, total - left, total));
    }
  }
}
