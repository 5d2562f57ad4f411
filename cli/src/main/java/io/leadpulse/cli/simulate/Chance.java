package io.leadpulse.cli.simulate;

import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws from a random generator. */
final class Chance {
  private Chance() {}

  /** True with a probability between 0 and 1. */
  static boolean of(RandomGenerator random, double probability) {
    return random.nextDouble() < probability;
  }

  static <T> T pick(RandomGenerator random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** A number from {@code least} to {@code most}, both included. */
  static int between(RandomGenerator random, int least, int most) {
    return random.nextInt(least, most + 1);
  }

  /** A time span from {@code least} to {@code most}, both included. */
  static long between(RandomGenerator random, long least, long most) {
    return random.nextLong(least, most + 1);
  }

  /**
   * A number of 1 or more that is geometrically distributed.
   *
   * @param mean 1 or more
   * @param most where the tail is cut off
   */
  static int geometric(RandomGenerator random, double mean, int most) {
    int drawn = 1;
    while (drawn < most && of(random, 1 - 1 / mean)) {
      drawn++;
    }
    return drawn;
  }

  /** An id that tells nothing but what kind of thing has it. */
  static String id(RandomGenerator random, String kind) {
    return kind + '-' + HexFormat.of().toHexDigits(random.nextLong());
  }
}
