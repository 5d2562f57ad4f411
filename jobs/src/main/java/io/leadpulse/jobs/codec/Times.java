package io.leadpulse.jobs.codec;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The engine's hours and milliseconds as the contracts' instants. */
final class Times {
  private static final long MILLIS_PER_HOUR = 3_600_000;

  private Times() {}

  static Instant ofHour(int hour) {
    return Instant.ofEpochMilli(hour * MILLIS_PER_HOUR);
  }

  /** Null for {@link Integer#MAX_VALUE}, the engine's "never". */
  static @Nullable Instant ofHourOrNever(int hour) {
    return hour == Integer.MAX_VALUE ? null : ofHour(hour);
  }

  /** Null for {@link Long#MIN_VALUE}, the engine's "not yet". */
  static @Nullable Instant ofMillisOrNever(long millis) {
    return millis == Long.MIN_VALUE ? null : Instant.ofEpochMilli(millis);
  }

  /** A Kafka timestamp; 1970 where Kafka gave none. */
  static Instant ofRecord(long recordedAt) {
    return Instant.ofEpochMilli(Math.max(0, recordedAt));
  }
}
