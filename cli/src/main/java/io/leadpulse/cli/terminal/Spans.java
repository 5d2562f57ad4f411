package io.leadpulse.cli.terminal;

import java.time.Duration;

/** Shows lengths of time, in the two greatest units that they have. */
public final class Spans {
  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private Spans() {}

  public static String of(Duration span) {
    return of(span.toMillis());
  }

  public static String of(long millis) {
    if (millis < SECOND) {
      return millis + " ms";
    }
    if (millis < MINUTE) {
      return two(millis, SECOND, "s", 1, "ms");
    }
    if (millis < HOUR) {
      return two(millis, MINUTE, "min", SECOND, "s");
    }
    return millis < DAY ? two(millis, HOUR, "h", MINUTE, "min") : two(millis, DAY, "d", HOUR, "h");
  }

  private static String two(long millis, long unit, String name, long part, String partName) {
    long rest = millis % unit / part;
    String whole = millis / unit + " " + name;
    return rest == 0 ? whole : whole + " " + rest + " " + partName;
  }
}
