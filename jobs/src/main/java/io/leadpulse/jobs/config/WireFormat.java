package io.leadpulse.jobs.config;

/** How a record names the schema it was written with. Both are read, whichever is written. */
public enum WireFormat {
  /** By the schema's fingerprint; needs no service. */
  SINGLE_OBJECT,
  /** By its id in a schema registry. */
  CONFLUENT
}
