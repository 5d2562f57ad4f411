package io.leadpulse.engine.lead;

/** What makes the scorer look at a lead. */
enum Cause {
  EVENT(true, false),
  /** A profile that another grade, gate or damper follows from. */
  NEW_VERDICT(true, true),
  /** What people should see in the row, but no reason for an alert. */
  NEWS(false, true),
  /** Another release of the model: what it changes is no news of the lead. */
  RELEASE(false, true),
  /** Touches turned out to be a machine's. */
  RETRACTION(false, false),
  TIME(false, false),
  END(false, true);

  /** Whether it may raise an alert. */
  final boolean raises;

  /** Whether the row is written however little it changed. */
  final boolean publishes;

  Cause(boolean raises, boolean publishes) {
    this.raises = raises;
    this.publishes = publishes;
  }
}
