package io.leadpulse.engine.lead;

import java.util.Locale;

/** A condition for an alert that does not hold. */
public enum Blocker {
  /** The intent is below the threshold for the lead's fit. */
  BELOW_THRESHOLD,
  /** The lead's fit bars it at any intent. */
  FIT,
  /** A gate of the scorecard does not hold. */
  GATE,
  /** Too few distinct signals contribute. */
  DISTINCT_SIGNALS,
  /** Too few of them are signals that a machine cannot fake. */
  HUMAN_SIGNAL,
  /** The lead is nobody to sell to. */
  EXCLUDED,
  /** The scorecard is for customers, and the lead is none. */
  NOT_A_CUSTOMER,
  /** The lead is in sales' hands. */
  HELD,
  /** The last episode ended too short a time ago. */
  COOLDOWN,
  /** All holds, but only an accepted event may raise an alert. */
  AWAITING_EVENT;

  private final String term = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The name in rows and metrics, such as {@code below-threshold}. */
  public String term() {
    return term;
  }
}
