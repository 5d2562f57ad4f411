package io.leadpulse.cli.simulate;

/** What is wrong with a record, as it happens to real sources. */
public enum Flaw {
  NONE,
  /** A further copy of a record, byte for byte. */
  DUPLICATE,
  /** Comes minutes after its turn. */
  DELAYED,
  /** Comes after its turn by more than that, up to 24 hours. */
  LATE,
  /** Bytes that nobody can read. */
  UNREADABLE,
  /** A timestamp ahead of the clock by minutes to days. */
  FUTURE,
  /** Names a visitor only, no lead. */
  NO_LEAD
}
