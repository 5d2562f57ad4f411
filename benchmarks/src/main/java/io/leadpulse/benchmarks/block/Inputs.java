package io.leadpulse.benchmarks.block;

import io.leadpulse.benchmarks.measure.Mark;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * The inputs of a block: waits until so many were taken, and tells the feeder how many it is.
 *
 * @param count gives how many were taken so far
 * @param broker process id of the broker
 */
public record Inputs(LongSupplier count, Taken taken, long broker) {
  private static final Duration LIMIT = Duration.ofMinutes(30);
  private static final long PAUSE_NANOS = Duration.ofMillis(2).toNanos();

  public static Inputs of(BlockOrder order, LongSupplier count) throws IOException {
    return new Inputs(count, Taken.over(order.taken()), order.broker());
  }

  /** What was used up when so many inputs had been taken. */
  public Mark mark(long inputs) {
    return Mark.now(await(inputs), broker);
  }

  /**
   * Waits.
   *
   * @return how many were taken by then
   * @throws IllegalStateException if it takes too long
   */
  public long await(long inputs) {
    return await(count, inputs, taken::set);
  }

  /**
   * Waits until something else has counted so far.
   *
   * @param told what has been counted by now, again and again
   */
  static long await(LongSupplier count, long wanted, LongConsumer told) {
    long end = System.nanoTime() + LIMIT.toNanos();
    long now = count.getAsLong();
    while (now < wanted) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("%d of %d after half an hour".formatted(now, wanted));
      }
      told.accept(now);
      LockSupport.parkNanos(PAUSE_NANOS);
      now = count.getAsLong();
    }
    told.accept(now);
    return now;
  }
}
