package io.leadpulse.cli.demo;

/**
 * Durations in milliseconds, counted each at its own value, so that percentiles are exact. One of
 * two minutes or more counts as two minutes. For one thread at a time.
 */
final class Latencies {
  private static final int GREATEST = 120_000;

  private final int[] counts = new int[GREATEST + 1];
  private long total;

  void add(long millis) {
    counts[(int) Math.max(0, Math.min(GREATEST, millis))]++;
    total++;
  }

  /**
   * The least duration that {@code share} of all do not exceed; 0 without any.
   *
   * @param share above 0, at most 1
   */
  long percentile(double share) {
    long rank = (long) Math.ceil(share * total);
    long seen = 0;
    for (int millis = 0; millis <= GREATEST; millis++) {
      seen += counts[millis];
      if (seen >= rank) {
        return millis;
      }
    }
    return GREATEST;
  }
}
