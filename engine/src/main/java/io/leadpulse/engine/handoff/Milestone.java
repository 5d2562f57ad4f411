package io.leadpulse.engine.handoff;

/** What the funnel counts of hot leads. */
public enum Milestone {
  RAISED,
  RELEASED,
  WITHDRAWN,
  UNWORKED,
  /** Accepted, or brought further without; so are the next ones. */
  ACCEPTED,
  CONTACTED,
  MEETING,
  QUALIFIED,
  /** Where it is in the end, as are those below. */
  WON,
  LOST,
  /** Lost after a meeting and nothing further. */
  LOST_AFTER_MEETING,
  REJECTED,
  RECYCLED,
  /** A deadline was missed. */
  BREACHED
}
