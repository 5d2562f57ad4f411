package io.leadpulse.intake.row;

/** Why a row is no event. */
public enum Fault {
  /** It is not what its format says, or lacks what an event needs. */
  UNREADABLE,
  /** It was understood, and nothing in it is something that a lead did. */
  NO_ENGAGEMENT
}
