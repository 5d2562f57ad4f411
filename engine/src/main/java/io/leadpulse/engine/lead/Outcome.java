package io.leadpulse.engine.lead;

import java.util.Locale;

/** What became of an input record; every record has exactly one. */
public enum Outcome {
  /** Taken, whether it matched a signal or none. */
  APPLIED,
  /** A copy of an event that came before. */
  DUPLICATE,
  /** Older than the retention when it came. */
  EXPIRED,
  /** Judged machine-made or our own staff's: kept, counted, worth nothing. */
  SUSPECT,
  /** Unusable: kept with its bytes and the cause. */
  DEAD_LETTERED;

  private final String term = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The name in metrics and reports, such as {@code dead-lettered}. */
  public String term() {
    return term;
  }
}
