package io.leadpulse.jobs.score;

/** What makes time pass for a lead that is silent. */
public enum TimeMode {
  /** The clock of the machine: a lead cools as the day goes on. */
  LIVE,
  /** The events' own times: events of years ago are scored as of then. */
  REPLAY
}
