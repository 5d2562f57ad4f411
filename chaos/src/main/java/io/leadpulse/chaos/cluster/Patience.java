package io.leadpulse.chaos.cluster;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for other processes, which tell nobody when they are ready. */
final class Patience {
  private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();

  private Patience() {}

  /** Asks until the condition holds; false if it did not within the limit. */
  static boolean holds(Duration limit, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return true;
  }
}
