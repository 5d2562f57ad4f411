package io.leadpulse.engine.handoff;

import java.util.Locale;

/** What sales has to do by a deadline. */
public enum Duty {
  /** Take the lead. */
  ACCEPT,
  /** Contact it on the business day of the acceptance. */
  CONTACT,
  /** Meet it. */
  MEET,
  /** Say what came of it. */
  FEED_BACK;

  private final String term = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The name in records. */
  public String term() {
    return term;
  }
}
