package io.leadpulse.schemas.wire;

import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How the head of a record names the schema that its body was written with. Framings are told apart
 * by their first bytes, so records of several may share a topic.
 */
public interface Framing {

  /**
   * Whether a record is framed so.
   *
   * @param record at least one byte; one that ends within the first bytes of this framing is its
   *     own
   */
  boolean claims(byte[] record);

  /** Bytes before the body. */
  int headerSize();

  /**
   * The schema that the body was written with; null if the header names one that is not known.
   *
   * @param record a claimed one with a whole header
   */
  @Nullable Schema writerOf(byte[] record);

  /** The name in the header, for messages. */
  String describe(byte[] record);

  /** The header of a record that is written today; {@link #headerSize} bytes, a fresh copy. */
  byte[] header();
}
