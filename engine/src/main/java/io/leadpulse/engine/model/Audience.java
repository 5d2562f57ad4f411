package io.leadpulse.engine.model;

import java.util.Locale;

/** Whom a scorecard raises alerts of. */
public enum Audience {
  /** Those who have not bought, or whom sales works on. */
  LEADS,
  /** Those whose deal was won. */
  CUSTOMERS;

  private final String term = name().toLowerCase(Locale.ROOT);

  /** The name after {@code audience:}. */
  public String term() {
    return term;
  }
}
