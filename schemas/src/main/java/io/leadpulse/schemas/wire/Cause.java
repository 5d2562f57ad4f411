package io.leadpulse.schemas.wire;

/** Why bytes could not be read. */
public enum Cause {
  /** There are no bytes. */
  EMPTY,
  /** They begin as no framing does, or hold what no writer writes. */
  UNREADABLE,
  /** They name a schema that was never released for this subject, or that no registry knows. */
  UNKNOWN_SCHEMA,
  /** They end before the value does. */
  TRUNCATED,
  /** They go on after the value. */
  TRAILING_BYTES,
  /** A text, a byte string or the number of items is over its cap. */
  TOO_LARGE,
  /** They name a schema that the registry could not be asked for; later they may be readable. */
  SCHEMA_UNAVAILABLE,
  /** The schema they were written with does not resolve to the newest one. */
  INCOMPATIBLE_SCHEMA
}
