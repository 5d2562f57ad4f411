package io.leadpulse.engine.score;

/**
 * Tells ahead when silence alone changes a lead's standing. Between ends of dampers an intent never
 * rises, so each stretch is searched by halving.
 */
public final class Forecast {
  private final Appraisal appraisal;

  public Forecast(Appraisal appraisal) {
    this.appraisal = appraisal;
  }

  /**
   * The first hour after {@code hour} at which the intent lies below a threshold, if nothing
   * happens meanwhile.
   *
   * @param threshold milli-points, at least 1
   */
  public int firstHourBelow(long threshold, int hour) {
    int end = appraisal.worthlessFrom(hour);
    int start = hour + 1;
    while (true) {
      int stretchEnd = Math.min(appraisal.nextDamperEnd(start) - 1, Math.max(end, start));
      if (appraisal.intentAt(stretchEnd) < threshold) {
        return bisect(threshold, start, stretchEnd);
      }
      start = stretchEnd + 1;
    }
  }

  /**
   * The first hour after {@code hour} at which the intent is more than {@code tolerance} away from
   * {@code published}, or {@link Integer#MAX_VALUE} if it never is by itself.
   */
  public int firstHourOff(long published, long tolerance, int hour) {
    int end = appraisal.worthlessFrom(hour);
    int start = hour + 1;
    while (true) {
      if (Math.abs(appraisal.intentAt(start) - published) > tolerance) {
        return start;
      }
      int stretchEnd = Math.min(appraisal.nextDamperEnd(start) - 1, Math.max(end, start));
      if (appraisal.intentAt(stretchEnd) < published - tolerance) {
        return bisect(published - tolerance, start, stretchEnd);
      }
      if (stretchEnd >= end) {
        return Integer.MAX_VALUE;
      }
      start = stretchEnd + 1;
    }
  }

  /** The first hour of a falling stretch below a threshold; the last hour is below it. */
  private int bisect(long threshold, int from, int to) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (appraisal.intentAt(middle) < threshold) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
