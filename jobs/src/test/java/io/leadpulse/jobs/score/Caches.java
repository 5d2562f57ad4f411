package io.leadpulse.jobs.score;

import java.util.List;

/** Caches of all sizes that make a difference: none, ones that evict all the time, one for all. */
final class Caches {
  private static final long PLENTY = 1L << 40;

  static final CacheSettings UNBOUNDED =
      new CacheSettings(PLENTY, Integer.MAX_VALUE, Integer.MAX_VALUE);

  static final List<CacheSettings> ALL =
      List.of(
          CacheSettings.OFF,
          new CacheSettings(PLENTY, 1, 1),
          new CacheSettings(PLENTY, 7, 3),
          new CacheSettings(PLENTY, 200, 20),
          UNBOUNDED);

  private Caches() {}
}
