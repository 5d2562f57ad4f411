package io.leadpulse.engine.lead;

/** How close a lead is to buying, by one scorecard. */
public enum Tier {
  COLD,
  WARM,
  HOT
}
