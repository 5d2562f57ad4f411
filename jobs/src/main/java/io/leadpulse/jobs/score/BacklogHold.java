package io.leadpulse.jobs.score;

/**
 * Says whether the source still reads what piled up before the job started. Until it has, timers of
 * live time are held back: somebody who was active while the job was down would otherwise cool
 * first, and the activity come after.
 *
 * <p>The hold is over for good when the watermark, which is Kafka append time, has come near the
 * start, when the input has been idle for a while (at once may mean that it has not begun), or when
 * the hold has lasted to its limit.
 */
final class BacklogHold {
  /** Append time is behind the clock by what watermarks allow for and by the clocks' skew. */
  static final long NEAR_MILLIS = 10_000;

  static final long IDLE_MILLIS = 10_000;

  private static final long NOT_IDLE = Long.MAX_VALUE;

  private final long startedAt;
  private final long limitAt;
  private long idleSince = NOT_IDLE;
  private boolean over;

  /**
   * @param startedAt epoch milliseconds
   */
  BacklogHold(long startedAt, long limitMillis) {
    this.startedAt = startedAt;
    limitAt = startedAt + limitMillis;
  }

  void onWatermark(long appendTime) {
    over |= appendTime >= startedAt - NEAR_MILLIS;
  }

  /**
   * @param now epoch milliseconds
   */
  void onIdle(long now) {
    idleSince = Math.min(idleSince, now);
  }

  void onActive() {
    idleSince = NOT_IDLE;
  }

  /**
   * @param now epoch milliseconds
   */
  boolean isOver(long now) {
    over |= isIdle(now) || now >= limitAt;
    return over;
  }

  /**
   * Whether nothing has come for a while.
   *
   * @param now epoch milliseconds
   */
  boolean isIdle(long now) {
    return idleSince != NOT_IDLE && now - idleSince >= IDLE_MILLIS;
  }
}
