package io.leadpulse.engine.lead;

import java.util.Locale;

/**
 * What became of an input record; every record has exactly one. Written by name into state and
 * metrics, so a name never changes.
 */
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
  DEAD_LETTERED,
  /**
   * Of a visitor whom no lead is known to be yet, or on its way to the lead that this one was
   * merged into. The count goes down again.
   */
  WAITING,
  /** Taken out by a stated bound, such as how many may wait. */
  DROPPED,
  /** Waits for a verdict. The count goes down again. */
  PENDING,
  /** Of a lead that was to be forgotten. */
  ERASED;

  private final String term = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The name in metrics and reports, such as {@code dead-lettered}. */
  public String term() {
    return term;
  }
}
