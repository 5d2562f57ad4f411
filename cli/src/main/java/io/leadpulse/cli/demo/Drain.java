package io.leadpulse.cli.demo;

import io.leadpulse.cli.stack.OutcomeTotals;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Waits until the job has given an outcome to all that was sent. */
final class Drain {
  private static final long POLL_NANOS = Duration.ofMillis(250).toNanos();

  /** Without any progress for so long there will be none. */
  private static final long PATIENCE_NANOS = Duration.ofSeconds(45).toNanos();

  private final Supplier<OutcomeTotals> outcomes;
  private final LongSupplier nanoTime;

  Drain(Supplier<OutcomeTotals> outcomes, LongSupplier nanoTime) {
    this.outcomes = outcomes;
    this.nanoTime = nanoTime;
  }

  /** The outcomes once they add up to {@code events}, or the last ones if they never do. */
  OutcomeTotals await(long events) {
    OutcomeTotals totals = outcomes.get();
    long progressAt = nanoTime.getAsLong();
    while (totals.engagements() != events && nanoTime.getAsLong() - progressAt < PATIENCE_NANOS) {
      LockSupport.parkNanos(POLL_NANOS);
      OutcomeTotals next = outcomes.get();
      progressAt = next.equals(totals) ? progressAt : nanoTime.getAsLong();
      totals = next;
    }
    return totals;
  }
}
