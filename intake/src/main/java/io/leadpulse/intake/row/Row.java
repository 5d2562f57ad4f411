package io.leadpulse.intake.row;

import io.leadpulse.schemas.Subject;
import org.apache.avro.specific.SpecificRecord;

/** What became of one row of a source: exactly one of these. */
public sealed interface Row {

  /** The contract that the row's source is read into. */
  Subject<?> topic();

  /**
   * A row that became an event.
   *
   * @param key lead id, or visitor id if the lead is not known
   */
  record Sent<T extends SpecificRecord>(Subject<T> topic, String key, T event) implements Row {}

  /**
   * A row that became none.
   *
   * @param line where the row begins in its source, from 1
   * @param head the row's bytes as they were read; the first {@link #HEAD_LIMIT} of them
   * @param size bytes of the whole row
   * @param sha256 of the whole row, 64 lower-case hex digits
   * @param reason in words, with the field at fault where there is one; never a value of the row
   */
  record Rejected(
      Subject<?> topic,
      long line,
      byte[] head,
      long size,
      String sha256,
      Fault fault,
      String reason)
      implements Row {
    /** Most bytes of a head. */
    public static final int HEAD_LIMIT = 64 * 1024;

    /** Whether the head is not the whole row. */
    public boolean truncated() {
      return size > head.length;
    }
  }
}
