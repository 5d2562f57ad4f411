package io.leadpulse.engine.lead;

import io.leadpulse.engine.profile.Exclusion;
import java.util.Arrays;

/**
 * Where a lead stands with sales: held, excluded, and when deals were lost. A function of the set
 * of reports by the time they tell of, whatever order they come in.
 */
public final class SalesStatus {
  private static final int[] NONE = {};

  SalesActivity.Kind latestKind = SalesActivity.Kind.RECYCLED;
  long latestAt = Long.MIN_VALUE;
  Exclusion exclusion = Exclusion.NONE;
  long exclusionAt = Long.MIN_VALUE;
  int[] lostHours = NONE;

  /** Whether the lead is in sales' hands. */
  public boolean isHeld() {
    return latestKind.holds();
  }

  /** The hour since which the lead is where it is with sales. */
  int sinceHour() {
    return Hours.of(latestAt);
  }

  /** Hours of lost deals, ascending. */
  public int[] lostHours() {
    return lostHours;
  }

  public Exclusion exclusion() {
    return exclusion;
  }

  /**
   * Takes a report.
   *
   * @return whether touches are worth something else by it
   */
  boolean apply(SalesActivity activity) {
    if (isNewer(activity)) {
      latestAt = activity.occurredAt();
      latestKind = activity.kind();
    }
    boolean decides =
        activity.exclusion() != Exclusion.NONE || activity.kind() == SalesActivity.Kind.RECYCLED;
    if (decides && activity.occurredAt() >= exclusionAt) {
      exclusionAt = activity.occurredAt();
      exclusion = activity.exclusion();
    }
    if (activity.kind() != SalesActivity.Kind.LOST) {
      return false;
    }
    addLost(Hours.of(activity.occurredAt()));
    return true;
  }

  private boolean isNewer(SalesActivity activity) {
    return activity.occurredAt() > latestAt
        || (activity.occurredAt() == latestAt && activity.kind().compareTo(latestKind) > 0);
  }

  private void addLost(int hour) {
    int at = Arrays.binarySearch(lostHours, hour);
    if (at < 0) {
      int insert = -at - 1;
      int[] grown = new int[lostHours.length + 1];
      System.arraycopy(lostHours, 0, grown, 0, insert);
      grown[insert] = hour;
      System.arraycopy(lostHours, insert, grown, insert + 1, lostHours.length - insert);
      lostHours = grown;
    }
  }
}
