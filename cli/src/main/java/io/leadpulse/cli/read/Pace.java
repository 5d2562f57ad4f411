package io.leadpulse.cli.read;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What was reached in a month against a plan that is worked off evenly over its business days.
 *
 * @param planned for the whole month
 * @param days business days of the month
 * @param passed business days that have begun
 */
record Pace(int planned, int reached, int days, int passed) {

  /** What the plan asks for by now, to a tenth. */
  BigDecimal due() {
    return days == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf((long) planned * passed)
            .divide(BigDecimal.valueOf(days), 1, RoundingMode.HALF_UP);
  }

  /** How many more than that were reached, in whole ones; below 0 if fewer. */
  int ahead() {
    return BigDecimal.valueOf(reached).subtract(due()).setScale(0, RoundingMode.DOWN).intValue();
  }
}
