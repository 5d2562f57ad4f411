package io.leadpulse.cli.erase;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Shows times to the second, in UTC. */
final class Times {
  private Times() {}

  /** ISO 8601; empty for none. */
  static String text(@Nullable Instant time) {
    return time == null ? "" : time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
