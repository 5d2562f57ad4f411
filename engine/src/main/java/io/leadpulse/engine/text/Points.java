package io.leadpulse.engine.text;

/** Milli-points as people read them: one decimal, rounded half up. */
public final class Points {
  private static final int TENTH = 100;

  private Points() {}

  /** Such as {@code 112.0} for 112,000 milli-points. */
  public static String of(long milliPoints) {
    StringBuilder text = new StringBuilder();
    append(text, milliPoints);
    return text.toString();
  }

  static void append(StringBuilder text, long milliPoints) {
    long tenths = Math.floorDiv(milliPoints + TENTH / 2, TENTH);
    text.append(tenths / 10).append('.').append(tenths % 10);
  }
}
