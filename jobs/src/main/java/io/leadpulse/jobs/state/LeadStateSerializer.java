package io.leadpulse.jobs.state;

import io.leadpulse.engine.lead.LeadStateCodec;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Stores a lead's state as the bytes that {@link LeadStateCodec} makes of it.
 *
 * <p>Bytes and not the object, since the scorer changes a lead's state in place: the heap backend,
 * which keeps what it is given, would otherwise show changes that were never put back, and a
 * checkpoint could meet half of one.
 */
public final class LeadStateSerializer extends StateSerializer<byte[]> {
  private static final byte[] EMPTY = {};

  @Override
  int layout() {
    return LeadStateCodec.VERSION;
  }

  @Override
  public byte[] createInstance() {
    return EMPTY;
  }

  @Override
  public void serialize(byte[] lead, DataOutputView out) throws IOException {
    Packed.writeBytes(out, lead);
  }

  @Override
  public byte[] deserialize(DataInputView in) throws IOException {
    return Packed.readBytes(in);
  }

  @Override
  public TypeSerializerSnapshot<byte[]> snapshotConfiguration() {
    return new LeadStateSerializerSnapshot();
  }
}
