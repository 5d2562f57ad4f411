package io.leadpulse.engine.profile;

import java.util.Locale;

/** Why a lead is nobody to sell to; {@code NONE} for a prospect. */
public enum Exclusion {
  NONE,
  COMPETITOR,
  PARTNER,
  EMPLOYEE,
  STUDENT,
  LEFT;

  private final String term = name().toLowerCase(Locale.ROOT);

  /** The name in scoring models and outputs, such as {@code competitor}. */
  public String term() {
    return term;
  }
}
