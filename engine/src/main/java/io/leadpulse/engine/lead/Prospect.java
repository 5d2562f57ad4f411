package io.leadpulse.engine.lead;

/**
 * What one release of the model thinks of a lead on one scorecard.
 *
 * @param hot the lead is in an episode, or its next accepted event would open one
 * @param intent in milli-points
 */
record Prospect(boolean hot, Tier tier, long intent) {
  /** Of a scorecard that the release does not have. */
  static final Prospect NONE = new Prospect(false, Tier.COLD, 0);
}
