package io.leadpulse.jobs.state;

import io.leadpulse.engine.identity.VisitorStateCodec;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Stores a visitor's state as the bytes that {@link VisitorStateCodec} makes of it. */
public final class VisitorStateSerializer extends BlobSerializer {
  @Override
  int layout() {
    return VisitorStateCodec.VERSION;
  }

  @Override
  public TypeSerializerSnapshot<byte[]> snapshotConfiguration() {
    return new VisitorStateSerializerSnapshot();
  }
}
