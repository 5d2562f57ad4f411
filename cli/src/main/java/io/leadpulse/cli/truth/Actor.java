package io.leadpulse.cli.truth;

import java.util.Locale;

/** What kind of being did something. */
public enum Actor {
  /** A person outside of the vendor. */
  HUMAN,
  /** A program, whomever it claims to be. */
  MACHINE,
  /** One of the vendor's own people. */
  STAFF;

  private final String term = name().toLowerCase(Locale.ROOT);

  /** The name in files and reports. */
  public String term() {
    return term;
  }
}
