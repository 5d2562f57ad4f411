package io.leadpulse.schemas.wire;

import java.nio.ByteBuffer;
import org.apache.avro.Schema;

/**
 * The Confluent wire format: 00, then the 32-bit id of the writer's schema in a registry, big end
 * first. For one thread at a time.
 */
public final class ConfluentFraming implements Framing {
  private static final byte FIRST = 0;
  private static final int HEADER_SIZE = 1 + Integer.BYTES;

  /** Ids looked at before the registry's cache is asked; a topic rarely has more than two. */
  private static final int REMEMBERED = 8;

  private final SchemasById registry;
  private final int[] ids = new int[REMEMBERED];
  private final Schema[] schemas = new Schema[REMEMBERED];
  private int remembered;
  private int oldest;

  public ConfluentFraming(SchemasById registry) {
    this.registry = registry;
  }

  /** The head of a record that is written with the schema of an id. */
  public static byte[] header(int id) {
    return ByteBuffer.allocate(HEADER_SIZE).put(FIRST).putInt(id).array();
  }

  @Override
  public boolean claims(byte[] record) {
    return record[0] == FIRST;
  }

  @Override
  public int headerSize() {
    return HEADER_SIZE;
  }

  @Override
  public Schema writerOf(byte[] record) throws Refusal {
    int id = ByteBuffer.wrap(record).getInt(1);
    for (int i = 0; i < remembered; i++) {
      if (ids[i] == id) {
        return schemas[i];
      }
    }
    Schema schema = registry.schema(id);
    remember(id, schema);
    return schema;
  }

  private void remember(int id, Schema schema) {
    ids[oldest] = id;
    schemas[oldest] = schema;
    remembered = Math.max(remembered, oldest + 1);
    oldest = (oldest + 1) % REMEMBERED;
  }
}
