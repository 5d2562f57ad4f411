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
  BREACHED;

  /** What it is to come to a stage. */
  static Milestone of(Stage stage) {
    return switch (stage) {
      case RELEASED -> RELEASED;
      case ACCEPTED -> ACCEPTED;
      case CONTACTED -> CONTACTED;
      case MEETING -> MEETING;
      case QUALIFIED -> QUALIFIED;
      case WON -> WON;
      case LOST -> LOST;
      case REJECTED -> REJECTED;
      case RECYCLED -> RECYCLED;
    };
  }
}
