package io.leadpulse.chaos.exactlyonce;

/** Spreads what is left to send over the faults that are left, so that each hits a busy job. */
final class Pace {
  private static final double LEAST = 50;
  private static final double USUAL_SECONDS = 12;

  /** A reserve: without records no output tells that the job is back. */
  private static final double SHARE = 0.9;

  private final double most;
  private final long start = System.nanoTime();
  private final int faults;
  private int done;

  /**
   * @param most records a second
   */
  Pace(double most, int faults) {
    this.most = most;
    this.faults = faults;
  }

  /** Records a second, after one more fault is over. */
  double next(int left) {
    done++;
    double elapsed = (System.nanoTime() - start) / 1e9;
    double seconds = (elapsed + USUAL_SECONDS) / (done + 1);
    double remaining = Math.max(1, (faults - done) * seconds);
    return Math.max(LEAST, Math.min(most, left * SHARE / remaining));
  }
}
