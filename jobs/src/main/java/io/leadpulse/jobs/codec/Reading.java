package io.leadpulse.jobs.codec;

import io.leadpulse.jobs.record.RefusalCause;

/** What came of reading a record: a value of the engine's, or why there is none. */
public sealed interface Reading<T> {

  /** A record that is worth something. */
  record Value<T>(T value) implements Reading<T> {}

  /**
   * A record for the dead letters.
   *
   * @param detail the cause in words; never a value from the record, which may be personal
   */
  record Refused<T>(RefusalCause cause, String detail) implements Reading<T> {}
}
