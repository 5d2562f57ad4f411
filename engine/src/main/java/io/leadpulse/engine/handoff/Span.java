package io.leadpulse.engine.handoff;

/** A time that the funnel has the median of, in business time. */
public enum Span {
  /** From hot to released. */
  WAIT,
  /** From released to accepted, as the next ones are from released too. */
  ACCEPT,
  CONTACT,
  MEETING,
  WON
}
