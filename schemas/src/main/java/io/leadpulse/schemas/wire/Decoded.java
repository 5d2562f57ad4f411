package io.leadpulse.schemas.wire;

/** What came of reading a record: its value, or why there is none. */
public sealed interface Decoded<T> {

  /** A value that was read whole. */
  record Value<T>(T value) implements Decoded<T> {}

  /**
   * A refusal.
   *
   * @param detail the same in words, with the field or the byte at fault; never a value from the
   *     record, which may be personal
   */
  record Failure<T>(Cause cause, String detail) implements Decoded<T> {}
}
