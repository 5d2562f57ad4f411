package io.leadpulse.benchmarks.traffic;

/** How each lead is met before the sessions begin. */
public enum Beginning {
  /** By any access to the site within the day before. */
  VISIT,
  /** By its profile, within the day before: it has an account before its first visit. */
  PROFILE,
  /** By asking for contact within the minute before, as after a fair; only a tenth comes back. */
  CONTACT
}
