package io.leadpulse.chaos.oracle;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Powers of one half in fixed point: {@code round(2^30 * 2^(-age / halfLife))}. */
final class Halving {
  private static final Map<Long, Long> KNOWN = new ConcurrentHashMap<>();

  private Halving() {}

  static long of(int halfLife, int age) {
    return KNOWN.computeIfAbsent(
        (long) halfLife << 32 | age,
        key -> Math.round(StrictMath.pow(2, 30 - (double) age / halfLife)));
  }
}
