package io.leadpulse.schemas.wire;

import org.apache.avro.Schema;

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
   * The schema that the body was written with.
   *
   * @param record a claimed one with a whole header
   * @throws Refusal if there is none, with the cause and what the header names
   */
  Schema writerOf(byte[] record) throws Refusal;
}
