package io.leadpulse.engine.lead;

import io.leadpulse.engine.profile.Exclusion;
import java.util.Arrays;

/**
 * Where a lead stands with sales: held, excluded, and when it was lost or given back. A function of
 * the set of reports by the time they tell of, whatever order they come in.
 */
public final class SalesStatus {
  private static final int[] NONE = {};

  SalesActivity.Kind latestKind = SalesActivity.Kind.RECYCLED;
  long latestAt = Long.MIN_VALUE;
  Exclusion exclusion = Exclusion.NONE;
  long exclusionAt = Long.MIN_VALUE;
  int[] markHours = NONE;

  /** Whether the lead is in sales' hands. */
  public boolean isHeld() {
    return latestKind.holds();
  }

  /** Whether the lead has bought, and nothing was reported of it since. */
  boolean isCustomer() {
    return latestKind == SalesActivity.Kind.WON;
  }

  /** The hour since which the lead is where it is with sales. */
  int sinceHour() {
    return Hours.of(latestAt);
  }

  /** Hours of lost deals and of leads given back, ascending, each once. */
  public int[] markHours() {
    return markHours;
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
    if (decides) {
      decide(activity.occurredAt(), activity.exclusion());
    }
    if (!activity.kind().discounts()) {
      return false;
    }
    addMark(Hours.of(activity.occurredAt()));
    return true;
  }

  private boolean isNewer(SalesActivity activity) {
    return isNewer(activity.occurredAt(), activity.kind());
  }

  private boolean isNewer(long at, SalesActivity.Kind kind) {
    return at > latestAt || (at == latestAt && kind.compareTo(latestKind) > 0);
  }

  /** Of one instant, who is given back is not excluded. */
  private void decide(long at, Exclusion why) {
    boolean wins =
        why == Exclusion.NONE || (exclusion != Exclusion.NONE && why.compareTo(exclusion) > 0);
    if (at > exclusionAt || (at == exclusionAt && wins)) {
      exclusionAt = at;
      exclusion = why;
    }
  }

  /** Takes all reports that another status is made of. */
  void unite(SalesStatus other) {
    if (isNewer(other.latestAt, other.latestKind)) {
      latestAt = other.latestAt;
      latestKind = other.latestKind;
    }
    decide(other.exclusionAt, other.exclusion);
    for (int hour : other.markHours) {
      addMark(hour);
    }
  }

  void clear() {
    latestAt = Long.MIN_VALUE;
    latestKind = SalesActivity.Kind.RECYCLED;
    exclusion = Exclusion.NONE;
    exclusionAt = Long.MIN_VALUE;
    markHours = NONE;
  }

  private void addMark(int hour) {
    int at = Arrays.binarySearch(markHours, hour);
    if (at < 0) {
      int insert = -at - 1;
      int[] grown = new int[markHours.length + 1];
      System.arraycopy(markHours, 0, grown, 0, insert);
      grown[insert] = hour;
      System.arraycopy(markHours, insert, grown, insert + 1, markHours.length - insert);
      markHours = grown;
    }
  }
}
