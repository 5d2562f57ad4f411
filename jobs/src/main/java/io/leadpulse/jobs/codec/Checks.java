package io.leadpulse.jobs.codec;

import io.leadpulse.schemas.wire.FieldValues;
import java.time.Instant;

/** What fields have to hold that no record can do without. */
final class Checks {
  /** Earlier than any material: what is before it is a unit mixed up, such as seconds. */
  private static final long EARLIEST = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();

  /** Later than any plan; the engine's hours are safe up to here and far beyond. */
  private static final long END = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

  private Checks() {}

  static String notBlank(String field, String value) throws Refusal {
    if (value.isBlank()) {
      throw Refusal.invalid(field + " is blank");
    }
    return value;
  }

  static void notBlank(String field, FieldValues value, int slot) throws Refusal {
    if (value.isBlank(slot)) {
      throw Refusal.invalid(field + " is blank");
    }
  }

  static long plausible(String field, long millis) throws Refusal {
    if (millis < EARLIEST || millis >= END) {
      throw Refusal.invalid(field + " is not between the years 2000 and 2100");
    }
    return millis;
  }
}
