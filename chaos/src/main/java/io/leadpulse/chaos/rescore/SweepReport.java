package io.leadpulse.chaos.rescore;

/**
 * What one release did to many leads.
 *
 * @param seconds from its effective-at until the broker had the last lead's row
 * @param visibleSeconds the same until a reader of committed records had seen it, which waits for a
 *     checkpoint
 * @param behind rows that the release has not reached
 * @param intentDifferences rows that a cold replay disagrees with
 * @param raised alerts that came with the release, but those of time going by
 * @param impacts who crossed into or out of HOT, as the job tells
 * @param impactDifferences leads where the oracle sees it otherwise
 */
record SweepReport(
    int leads,
    long records,
    int rows,
    double seconds,
    double visibleSeconds,
    long leadsPerSecond,
    Barriers barriers,
    long behind,
    long intentDifferences,
    long raised,
    long impacts,
    long entered,
    long impactsExpected,
    long impactDifferences,
    long restarts) {
  /** What a barrier may wait, in milliseconds. */
  private static final long MOST_BARRIER = 1_000;

  long differences() {
    return behind + intentDifferences + raised + impactDifferences + restarts;
  }

  boolean isGood() {
    return differences() == 0
        && rows > 0
        && impacts > 0
        && barriers.checkpoints() > 0
        && barriers.longestBarrier() < MOST_BARRIER;
  }
}
