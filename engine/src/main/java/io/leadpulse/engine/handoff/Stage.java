package io.leadpulse.engine.handoff;

import java.util.Locale;

/**
 * How far a lead has come since it was handed over; later ones are further on. What a team calls
 * them is its own affair.
 */
public enum Stage {
  /** Marketing has handed it over, nobody has looked yet. */
  RELEASED(false),
  ACCEPTED(false),
  CONTACTED(false),
  MEETING(false),
  QUALIFIED(false),
  WON(true),
  LOST(true),
  /** Nothing for sales; the reason says what it is. */
  REJECTED(true),
  /** Given back to marketing, to be woken later. */
  RECYCLED(true);

  private final boolean last;
  private final String term = name().toLowerCase(Locale.ROOT);

  Stage(boolean last) {
    this.last = last;
  }

  /** Whether nothing is to be done any more. */
  public boolean isLast() {
    return last;
  }

  /** The name in records and configurations. */
  public String term() {
    return term;
  }
}
