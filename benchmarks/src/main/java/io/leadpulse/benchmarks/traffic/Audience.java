package io.leadpulse.benchmarks.traffic;

/**
 * Who comes.
 *
 * @param leads that there are; each is seen once before the sessions begin
 * @param zipf exponent of the law that draws the lead of a session; 0 draws all alike
 * @param botPercent of the sessions are of one lead besides, 0 to 100
 * @param isCrowd whether all of them ask for contact within one minute, as after a fair, and only a
 *     tenth of them ever comes back; else they are seen within a day, and all may come back
 */
public record Audience(int leads, double zipf, int botPercent, boolean isCrowd) {
  private static final int CROWD_PER_RETURNING = 10;

  public Audience {
    if (leads < 1 || zipf < 0 || botPercent < 0 || botPercent > 100) {
      throw new IllegalArgumentException("--leads is 1 or more");
    }
  }

  /** No crowd. */
  public Audience(int leads, double zipf, int botPercent) {
    this(leads, zipf, botPercent, false);
  }

  /** How many of them, the first ones by number, have sessions. */
  int returning() {
    return isCrowd ? Math.max(1, leads / CROWD_PER_RETURNING) : leads;
  }
}
