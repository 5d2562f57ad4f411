package io.leadpulse.benchmarks.baseline;

import java.time.Instant;

/**
 * What is measured.
 *
 * @param events between the marks of a block, at least 1,000
 * @param warmUp events before the first mark
 * @param asOf when the first event happened; one millisecond later the next
 * @param rounds of four blocks each, at least 1
 */
record BaselineSettings(long seed, int leads, long events, long warmUp, Instant asOf, int rounds) {
  BaselineSettings {
    if (events < 1_000 || warmUp < 0 || leads < 1 || rounds < 1) {
      throw new IllegalArgumentException(
          "--events is 1000 or more, --leads and --rounds 1 or more, --warm-up 0 or more");
    }
  }
}
