package io.leadpulse.engine.score;

/**
 * Tells ahead when silence alone changes a lead's standing. Between ends of dampers an intent never
 * rises, so each stretch is searched between a hour at which it is high enough and one at which it
 * is not.
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
      if (stretchEnd >= end || appraisal.intentAt(stretchEnd) < threshold) {
        return search(threshold, start, stretchEnd);
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
      long atEnd = stretchEnd >= end ? 0 : appraisal.intentAt(stretchEnd);
      if (atEnd < published - tolerance) {
        return search(published - tolerance, start, stretchEnd);
      }
      if (stretchEnd >= end) {
        return Integer.MAX_VALUE;
      }
      start = stretchEnd + 1;
    }
  }

  /**
   * The first hour of a falling stretch below a threshold; the last hour is below it. Mostly that
   * is soon: the steps double until the intent is below, then halve.
   */
  private int search(long threshold, int from, int to) {
    int low = from;
    int step = 1;
    while (low < to && appraisal.intentAt(Math.min(to - 1, low + step - 1)) >= threshold) {
      low = Math.min(to - 1, low + step - 1) + 1;
      step *= 2;
    }
    int high = Math.min(to, low + step - 1);
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
