package io.leadpulse.chaos.rescore;

import java.util.SplittableRandom;

/**
 * In which order releases are published, and when each takes effect. Versions are shuffled in
 * groups, so that many a lower one comes after a higher one.
 */
final class Timetable {
  private static final int GROUP = 20;
  private static final int FIRST = 2;

  private final long[] versions;
  private final SplittableRandom random;

  Timetable(long seed, int releases) {
    random = new SplittableRandom(seed);
    versions = new long[releases];
    for (int i = 0; i < releases; i++) {
      versions[i] = FIRST + i;
    }
    for (int group = 0; group < releases; group += GROUP) {
      shuffle(group, Math.min(releases, group + GROUP));
    }
  }

  private void shuffle(int from, int to) {
    for (int i = to - 1; i > from; i--) {
      int j = from + random.nextInt(i - from + 1);
      long version = versions[i];
      versions[i] = versions[j];
      versions[j] = version;
    }
  }

  /** The version published as the so manieth. */
  long version(int index) {
    return versions[index];
  }

  long highest() {
    return FIRST + versions.length - 1;
  }

  long outOfOrder() {
    long highest = 0;
    long count = 0;
    for (long version : versions) {
      count += version < highest ? 1 : 0;
      highest = Math.max(highest, version);
    }
    return count;
  }

  /**
   * When the next one takes effect: soon, at once, in the very millisecond of an event, or before
   * it was published.
   *
   * @param now epoch milliseconds
   * @param latestEvent when Kafka appended the latest event, epoch milliseconds
   */
  long effectiveAt(long now, long latestEvent) {
    return switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> now + random.nextInt(5_000);
      case 4, 5, 6 -> latestEvent;
      case 7, 8 -> now + random.nextInt(50);
      default -> now - random.nextInt(10_000);
    };
  }
}
