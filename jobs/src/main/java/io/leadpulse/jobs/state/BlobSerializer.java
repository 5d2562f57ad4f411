package io.leadpulse.jobs.state;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Stores what a codec of the engine wrote.
 *
 * <p>Bytes and not the object, since the engine changes state in place: the heap backend, which
 * keeps what it is given, would otherwise show changes that were never put back, and a checkpoint
 * could meet half of one.
 */
abstract class BlobSerializer extends StateSerializer<byte[]> {
  private static final byte[] EMPTY = {};

  @Override
  public final byte[] createInstance() {
    return EMPTY;
  }

  @Override
  public final void serialize(byte[] blob, DataOutputView out) throws IOException {
    Packed.writeBytes(out, blob);
  }

  @Override
  public final byte[] deserialize(DataInputView in) throws IOException {
    return Packed.readBytes(in);
  }
}
