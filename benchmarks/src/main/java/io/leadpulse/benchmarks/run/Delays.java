package io.leadpulse.benchmarks.run;

import java.util.Arrays;

/** Times that something took, in milliseconds; for one thread at a time. */
final class Delays {
  private static final int SIZE = 1024;

  private long[] millis = new long[SIZE];
  private int count;

  void add(long delay) {
    if (count == millis.length) {
      millis = Arrays.copyOf(millis, 2 * count);
    }
    millis[count++] = delay;
  }

  void addAll(Delays others) {
    Arrays.stream(others.millis, 0, others.count).forEach(this::add);
  }

  Summary summary() {
    long[] sorted = Arrays.copyOf(millis, count);
    Arrays.sort(sorted);
    return new Summary(count, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
  }

  /** The least that so large a share of them does not exceed; 0 of none. */
  private static long at(long[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }

  /**
   * Their quantiles in milliseconds.
   *
   * @param records how many there were
   */
  record Summary(int records, long p50, long p99, long max) {}
}
