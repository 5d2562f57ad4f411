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
   * The first hour of a falling stretch below a threshold; the last hour is below it. What falls by
   * halves in equal times tells by two hours when it will be there; a guess costs nothing but time,
   * since the hour found is one below whose neighbour before is not.
   */
  private int search(long threshold, int from, int to) {
    long above = appraisal.intentAt(from);
    if (from == to || above < threshold) {
      return from;
    }
    int low = from;
    int high = to;
    int step = 1;
    while (high - low > 1) {
      int at = Math.min(low + step, (low + high + 1) >>> 1);
      long intent = appraisal.intentAt(at);
      if (intent < threshold) {
        high = at;
        step = Math.max(1, (high - low) >>> 1);
      } else {
        step = hoursLeft(above, intent, at - low, threshold);
        low = at;
        above = intent;
      }
    }
    return high;
  }

  /** How long an intent takes from {@code later} to a threshold, by how fast it fell before. */
  private static int hoursLeft(long earlier, long later, int hours, long threshold) {
    double fallen = Math.log((double) earlier / later);
    double left = Math.log((double) later / threshold);
    return fallen <= 0 ? 2 * hours : 1 + (int) Math.min(1 << 20, hours * left / fallen);
  }
}
