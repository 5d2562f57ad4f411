package io.leadpulse.benchmarks.traffic;

/**
 * Who comes.
 *
 * @param leads that there are; each is seen once before the sessions begin
 * @param zipf exponent of the law that draws the lead of a session; 0 draws all alike
 * @param botPercent of the sessions are of one lead besides, 0 to 100
 */
public record Audience(int leads, double zipf, int botPercent) {
  public Audience {
    if (leads < 1 || zipf < 0 || botPercent < 0 || botPercent > 100) {
      throw new IllegalArgumentException("--leads is 1 or more");
    }
  }
}
