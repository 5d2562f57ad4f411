package io.leadpulse.jobs.score;

/**
 * Says whether the source still reads what piled up before the job started. Until it has, timers of
 * live time are held back: somebody who was active while the job was down would otherwise cool
 * first, and the activity come after.
 *
 * <p>The hold is over for good when the watermark, which is Kafka append time, has come near the
 * start, when the input has gone idle, or when it has lasted to its limit.
 */
final class BacklogHold {
  /** Append time runs behind the clock by what the watermark allows for and by clock skew. */
  static final long NEAR_MILLIS = 10_000;

  private final long startedAt;
  private final long limitAt;
  private boolean caughtUp;

  BacklogHold(long startedAt, long limitMillis) {
    this.startedAt = startedAt;
    limitAt = startedAt + limitMillis;
  }

  void onWatermark(long appendTime) {
    if (appendTime >= startedAt - NEAR_MILLIS) {
      caughtUp = true;
    }
  }

  void onIdle() {
    caughtUp = true;
  }

  /**
   * @param now epoch milliseconds
   */
  boolean isOver(long now) {
    return caughtUp || now >= limitAt;
  }
}
