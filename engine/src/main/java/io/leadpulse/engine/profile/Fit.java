package io.leadpulse.engine.profile;

/** How well a lead matches the customers we want; it gates, it does not add points. */
public enum Fit {
  UNKNOWN,
  A,
  B,
  C,
  D
}
