package io.leadpulse.jobs.record;

import java.util.Locale;

/** Why the job refuses an input record and puts it into the dead letters. */
public enum RefusalCause {
  /** There are no bytes. */
  EMPTY,
  /** No known framing begins so, or the bytes are what no writer writes. */
  UNREADABLE,
  /** The bytes name a schema that was never released, or that the registry does not know. */
  UNKNOWN_SCHEMA,
  /** The bytes end before the value does. */
  TRUNCATED,
  /** The bytes go on after the value. */
  TRAILING_BYTES,
  /** A field is over its cap. */
  TOO_LARGE,
  /** The kind is none that this version knows. */
  UNKNOWN_KIND,
  /** A required field is blank or absurd. */
  INVALID,
  /** Neither a lead nor a visitor is named. */
  NO_LEAD,
  /** It says that it happened after it was recorded. */
  FUTURE_TIMESTAMP,
  /** A scoring model that does not pass validation. */
  INVALID_MODEL,
  /** The registry could not be asked for the schema that the bytes name. */
  SCHEMA_UNAVAILABLE,
  /** The schema that the bytes name does not resolve to the one that is read. */
  INCOMPATIBLE_SCHEMA;

  private final String term = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The name in metrics, such as {@code trailing-bytes}. */
  public String term() {
    return term;
  }
}
