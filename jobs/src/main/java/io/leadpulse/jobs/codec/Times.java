package io.leadpulse.jobs.codec;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The engine's hours and milliseconds as the contracts' instants. */
final class Times {
  /** The engine's hour that does not come. */
  static final int NEVER = Integer.MAX_VALUE;

  /** The engine's moment that has not been. */
  static final long NOT_YET = Long.MIN_VALUE;

  private static final long MILLIS_PER_HOUR = 3_600_000;

  private Times() {}

  static Instant ofHour(int hour) {
    return Instant.ofEpochMilli(millisOfHour(hour));
  }

  /** When an hour begins, epoch milliseconds. */
  static long millisOfHour(int hour) {
    return hour * MILLIS_PER_HOUR;
  }

  /** Null for {@link #NEVER}. */
  static @Nullable Instant ofHourOrNever(int hour) {
    return hour == NEVER ? null : ofHour(hour);
  }

  /** A Kafka timestamp; 1970 where Kafka gave none. */
  static Instant ofRecord(long recordedAt) {
    return Instant.ofEpochMilli(millisOfRecord(recordedAt));
  }

  /** The same in milliseconds. */
  static long millisOfRecord(long recordedAt) {
    return Math.max(0, recordedAt);
  }
}
