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
    return isNewer(activity.occurredAt(), activity.kind());
  }

  private boolean isNewer(long at, SalesActivity.Kind kind) {
    return at > latestAt || (at == latestAt && kind.compareTo(latestKind) > 0);
  }

  /** Takes all reports that another status is made of. */
  void unite(SalesStatus other) {
    if (isNewer(other.latestAt, other.latestKind)) {
      latestAt = other.latestAt;
      latestKind = other.latestKind;
    }
    if (other.exclusionAt > exclusionAt
        || (other.exclusionAt == exclusionAt && other.exclusion.compareTo(exclusion) > 0)) {
      exclusionAt = other.exclusionAt;
      exclusion = other.exclusion;
    }
    for (int hour : other.lostHours) {
      addLost(hour);
    }
  }

  void clear() {
    latestAt = Long.MIN_VALUE;
    latestKind = SalesActivity.Kind.RECYCLED;
    exclusion = Exclusion.NONE;
    exclusionAt = Long.MIN_VALUE;
    lostHours = NONE;
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
