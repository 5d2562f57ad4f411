package io.leadpulse.engine.account;

import java.time.Duration;
import java.util.List;

/**
 * How the scores of an account's leads add up.
 *
 * @param weightsMilli what the best lead counts for, the next one, and so on, in thousandths
 * @param colleagueMilli milli-points for each active lead beyond the first
 * @param mostColleagues that many of them at most
 * @param activeHours how long a lead is active after its newest engagement
 * @param leastPersons leads with a score that a HOT account has at least
 */
public record AccountRules(
    List<Integer> weightsMilli,
    long colleagueMilli,
    int mostColleagues,
    int activeHours,
    Threshold warm,
    Threshold hot,
    int leastPersons) {

  /** The agreed numbers; WARM is at half of HOT. */
  public static final AccountRules DEFAULT =
      new AccountRules(
          List.of(1_000, 600, 400, 300, 200),
          10_000,
          4,
          (int) Duration.ofDays(14).toHours(),
          new Threshold(70_000, 55_000),
          new Threshold(140_000, 110_000),
          2);

  /**
   * Where a tier begins and where it ends.
   *
   * @param enter milli-points, reached on the way up
   * @param exit milli-points, fallen below on the way down
   */
  public record Threshold(long enter, long exit) {
    public Threshold {
      if (exit > enter) {
        throw new IllegalArgumentException("a tier that ends above where it begins");
      }
    }
  }

  public AccountRules {
    weightsMilli = List.copyOf(weightsMilli);
  }

  /** Of how many leads of an account the score and the activity matter. */
  int depth() {
    return Math.max(weightsMilli.size(), mostColleagues + 1);
  }
}
