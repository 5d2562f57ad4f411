package io.leadpulse.engine.score;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a lead's touches were worth when they were last summed up: per scorecard the hour, the
 * dampers that were on, and each category's sum before its cap. As long as the hour lasts, {@link
 * Valuation} adds further touches to it; none of it is stored.
 */
public final class RunningSums {
  private static final int[] NO_HOURS = {};
  private static final long[] NO_SUMS = {};

  /** No hour: nothing is known. */
  private static final int NONE = Integer.MIN_VALUE;

  private @Nullable ModelView model;
  private long profileDampers;
  private int[] hours = NO_HOURS;

  /** Per scorecard the active dampers, then the sums. */
  private long[] sums = NO_SUMS;

  private int stride;

  /** Forgets everything, because a lead changed by more than a touch of the hour. */
  public void forget() {
    Arrays.fill(hours, NONE);
  }

  /** Takes up sums by this model; what others left is forgotten. */
  void begin(ModelView by, long dampersOnProfile) {
    if (model == by && profileDampers == dampersOnProfile) {
      return;
    }
    model = by;
    profileDampers = dampersOnProfile;
    stride = 1 + by.categories;
    if (hours.length != by.cards.length || sums.length != hours.length * stride) {
      hours = new int[by.cards.length];
      sums = new long[hours.length * stride];
    }
    forget();
  }

  void note(int card, int hour, long active, long[] categorySums) {
    hours[card] = hour;
    sums[card * stride] = active;
    System.arraycopy(categorySums, 0, sums, card * stride + 1, categorySums.length);
  }

  boolean isKnown(int card, int hour) {
    return hours[card] == hour;
  }

  /** Whether a scorecard's sums are those of an hour by a model; any other is not kept up. */
  boolean isRunning(ModelView by, int card, int hour) {
    return model == by && hours[card] == hour;
  }

  void forget(int card) {
    hours[card] = NONE;
  }

  long active(int card) {
    return sums[card * stride];
  }

  long sum(int card, int category) {
    return sums[card * stride + 1 + category];
  }

  void add(int card, int category, long points) {
    sums[card * stride + 1 + category] += points;
  }

  /** The bytes that this holds on the heap, about. */
  public int footprint() {
    return 40 + 2 * 16 + hours.length * Integer.BYTES + sums.length * Long.BYTES;
  }
}
