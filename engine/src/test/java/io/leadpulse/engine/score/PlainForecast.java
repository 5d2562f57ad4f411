package io.leadpulse.engine.score;

/** The search by halving alone: the oracle of {@link Forecast}. */
final class PlainForecast {
  private final Appraisal appraisal;

  PlainForecast(Appraisal appraisal) {
    this.appraisal = appraisal;
  }

  int firstHourBelow(long threshold, int hour) {
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

  int firstHourOff(long published, long tolerance, int hour) {
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
