package io.leadpulse.cli.simulate;

import java.util.concurrent.TimeUnit;

/**
 * An even pace, free of drift: what is due is counted from the start, so a late look makes nothing
 * later than it would have been.
 *
 * @param rate per second, 1 or more
 * @param start reading of the nanosecond clock at which the first is due
 */
record Pace(int rate, long start) {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  Pace {
    if (rate < 1) {
      throw new IllegalArgumentException("rate must be 1 or more, but is " + rate);
    }
  }

  /** How many are due at a reading of the clock. */
  long due(long nanos) {
    long elapsed = nanos - start;
    return elapsed / SECOND * rate + elapsed % SECOND * rate / SECOND + 1;
  }

  /** Nanoseconds from a reading of the clock until a further one is due after {@code sent}. */
  long nanosUntilDue(long sent, long nanos) {
    long at = sent / rate * SECOND + ceilingDivide(sent % rate * SECOND, rate);
    return start + at - nanos;
  }

  private static long ceilingDivide(long dividend, long divisor) {
    return (dividend + divisor - 1) / divisor;
  }
}
