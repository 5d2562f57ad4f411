package io.leadpulse.engine.model;

import java.util.Locale;

/** What a signal is counted once for: its natural key. */
public enum OncePer {
  /** No natural key: every touch counts. */
  TOUCH,
  MESSAGE,
  LINK,
  ASSET,
  WEBINAR,
  SESSION,
  DAY;

  private final String term = name().toLowerCase(Locale.ROOT);

  /** The name after {@code once-per:}. */
  public String term() {
    return term;
  }
}
