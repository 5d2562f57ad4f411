package io.leadpulse.cli.simulate;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How a measured span is spread: shares of ranges, even within each.
 *
 * @param ranges together all there is: their percents add up to 100
 */
record Spread(List<Range> ranges) {
  private static final int PERCENT = 100;

  /**
   * A part of the spread.
   *
   * @param least in milliseconds
   * @param most in milliseconds, above the least
   */
  record Range(int percent, long least, long most) {
    Range {
      if (percent < 0 || least < 0 || most < least) {
        throw new IllegalArgumentException(percent + " percent from " + least + " to " + most);
      }
    }
  }

  Spread {
    ranges = List.copyOf(ranges);
    if (ranges.stream().mapToInt(Range::percent).sum() != PERCENT) {
      throw new IllegalArgumentException("The percents of a spread add up to 100: " + ranges);
    }
  }

  static Spread of(Range... ranges) {
    return new Spread(List.of(ranges));
  }

  /** A span in milliseconds. */
  long draw(RandomGenerator random) {
    int rest = random.nextInt(PERCENT);
    for (Range range : ranges) {
      rest -= range.percent();
      if (rest < 0) {
        return Chance.between(random, range.least(), range.most());
      }
    }
    throw new AssertionError("The percents add up to 100");
  }
}
