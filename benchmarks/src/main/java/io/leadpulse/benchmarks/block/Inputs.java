package io.leadpulse.benchmarks.block;

import io.leadpulse.benchmarks.measure.Mark;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
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
    long end = System.nanoTime() + LIMIT.toNanos();
    long now = count.getAsLong();
    while (now < inputs) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("%d inputs of %d taken".formatted(now, inputs));
      }
      taken.set(now);
      LockSupport.parkNanos(PAUSE_NANOS);
      now = count.getAsLong();
    }
    taken.set(now);
    return now;
  }
}
