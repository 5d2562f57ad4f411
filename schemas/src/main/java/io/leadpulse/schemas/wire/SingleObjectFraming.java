package io.leadpulse.schemas.wire;

import io.leadpulse.schemas.history.SchemaHistory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * Avro's single-object encoding: C3 01, then the 64-bit fingerprint of the writer's schema, little
 * end first. Needs no registry, because the released schemas are packed with the reader.
 */
public final class SingleObjectFraming implements Framing {
  private static final byte FIRST = (byte) 0xC3;
  private static final byte SECOND = 0x01;
  private static final int HEADER_SIZE = 2 + Long.BYTES;

  private final long[] fingerprints;
  private final Schema[] schemas;

  /** Knows the schemas of one history and writes with the newest. */
  public SingleObjectFraming(SchemaHistory history) {
    List<Schema> versions = history.versions();
    schemas = versions.toArray(Schema[]::new);
    fingerprints = versions.stream().mapToLong(SchemaNormalization::parsingFingerprint64).toArray();
  }

  @Override
  public boolean claims(byte[] record) {
    return record[0] == FIRST && (record.length == 1 || record[1] == SECOND);
  }

  @Override
  public int headerSize() {
    return HEADER_SIZE;
  }

  @Override
  public Schema writerOf(byte[] record) throws Refusal {
    long fingerprint = fingerprint(record);
    for (int i = fingerprints.length - 1; i >= 0; i--) {
      if (fingerprints[i] == fingerprint) {
        return schemas[i];
      }
    }
    throw new Refusal(Cause.UNKNOWN_SCHEMA, "fingerprint %016x".formatted(fingerprint));
  }

  /** The head of a record that is written with the newest schema; a fresh copy. */
  public byte[] header() {
    return ByteBuffer.allocate(HEADER_SIZE)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(FIRST)
        .put(SECOND)
        .putLong(fingerprints[fingerprints.length - 1])
        .array();
  }

  private static long fingerprint(byte[] record) {
    return ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
  }
}
