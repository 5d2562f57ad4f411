package io.leadpulse.engine.lead;

/** The unit of scoring time: whole hours since the epoch. */
public final class Hours {
  public static final long MILLIS = 3_600_000;

  private Hours() {}

  /** The hour in which an instant lies, from epoch milliseconds. */
  public static int of(long epochMillis) {
    return Math.toIntExact(Math.floorDiv(epochMillis, MILLIS));
  }

  /** The start of an hour, in epoch milliseconds. */
  public static long startMillis(int hour) {
    return hour * MILLIS;
  }
}
