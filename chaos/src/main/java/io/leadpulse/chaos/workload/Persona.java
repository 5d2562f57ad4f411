package io.leadpulse.chaos.workload;

import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Fit;

/** Who a lead is, with what the purpose-made model is meant to think of it. */
public enum Persona {
  /** A lead without a profile. */
  UNKNOWN("", Fit.UNKNOWN, true, Exclusion.NONE),
  EXECUTIVE("executive", Fit.A, true, Exclusion.NONE),
  STAFF("staff", Fit.C, true, Exclusion.NONE),
  STUDENT("student", Fit.D, true, Exclusion.NONE),
  WITHOUT_BUDGET("executive", Fit.A, false, Exclusion.NONE),
  COMPETITOR("staff", Fit.C, true, Exclusion.COMPETITOR);

  private final String role;
  private final Fit fit;
  private final boolean budget;
  private final Exclusion exclusion;

  Persona(String role, Fit fit, boolean budget, Exclusion exclusion) {
    this.role = role;
    this.fit = fit;
    this.budget = budget;
    this.exclusion = exclusion;
  }

  String role() {
    return role;
  }

  public Fit fit() {
    return fit;
  }

  /** Whether the gate of the scorecards that have one lets the lead in. */
  public boolean passesGate() {
    return budget;
  }

  public Exclusion exclusion() {
    return exclusion;
  }
}
